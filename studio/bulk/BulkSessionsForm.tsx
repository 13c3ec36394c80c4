import {Badge, Box, Button, Card, Checkbox, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {type ReactNode, useState} from 'react'
import {useClient} from 'sanity'

import {statusTitle} from '../attention/statusTitle.ts'
import {patchDrafts} from '../documents/patchDrafts.ts'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import {type BulkAct, type BulkList, patchOf} from './bulkActs.ts'
import type {BulkSession, BulkSessions} from './bulkSessions.ts'
import {ReasonForm} from './ReasonForm.tsx'
import {updateTogether, type UpdateResult} from './updateTogether.ts'
import {useBulkSessions} from './useBulkSessions.ts'

interface BulkSessionsFormProps {
  list: BulkList
  /** Renders the link that opens a session, around its title. */
  renderLink: (session: BulkSession) => ReactNode
}

/** The sessions of a list, to be selected and handled together. */
export function BulkSessionsForm({list, renderLink}: BulkSessionsFormProps) {
  const state = useBulkSessions(list)
  if (state.kind === 'loading') return <Spinner muted />
  if (state.kind === 'failed') {
    return (
      <Card tone="critical" padding={3} radius={2} border role="alert">
        <Text size={1}>{state.message}</Text>
      </Card>
    )
  }
  return <Selection list={list} found={state.found} renderLink={renderLink} />
}

function Selection({list, found, renderLink}: BulkSessionsFormProps & {found: BulkSessions}) {
  const client = useClient({apiVersion})
  const publish = usePublishTogether()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [publishes, setPublishes] = useState(true)
  const [asking, setAsking] = useState<BulkAct>()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{act: BulkAct; published: boolean; result: UpdateResult}>()
  const selected = found.sessions.filter(({id}) => chosen.has(id))
  const hasAll = selected.length > 0 && selected.length === found.sessions.length
  const drafts = selected.filter(({hasDraft}) => hasDraft).length

  const run = async (act: BulkAct, reason = '') => {
    if (busy) return
    setBusy(true)
    setAsking(undefined)
    const result = await updateTogether(selected, {
      save: (ids) => patchDrafts(client, ids, patchOf(act, reason)),
      publish: publishes ? publish : undefined,
    })
    setOutcome({act, published: publishes, result})
    setChosen(new Set(result.failures.map(({id}) => id)))
    setBusy(false)
  }

  return (
    <Stack gap={4} data-testid="bulk-sessions">
      <Stack gap={3}>
        <Flex gap={3} align="center" wrap="wrap">
          <Flex as="label" gap={2} align="center">
            <Checkbox
              checked={hasAll}
              indeterminate={selected.length > 0 && !hasAll}
              disabled={found.sessions.length === 0}
              onChange={() => setChosen(new Set(hasAll ? [] : found.sessions.map(({id}) => id)))}
            />
            <Text size={1}>Select all {found.sessions.length}</Text>
          </Flex>
          <Flex as="label" gap={2} align="center">
            <Checkbox checked={publishes} onChange={() => setPublishes(!publishes)} />
            <Text size={1}>Publish at once</Text>
          </Flex>
        </Flex>
        <Flex gap={2} wrap="wrap">
          {list.acts.map((act) => (
            <Button
              key={act.id}
              mode="ghost"
              fontSize={1}
              padding={3}
              text={act.label}
              disabled={selected.length === 0 || busy}
              onClick={() => (act.needsReason ? setAsking(act) : void run(act))}
            />
          ))}
        </Flex>
        {asking && (
          <ReasonForm
            count={selected.length}
            onSubmit={(reason) => void run(asking, reason)}
            onClose={() => setAsking(undefined)}
          />
        )}
        {publishes && drafts > 0 && (
          <Card tone="caution" padding={3} radius={2} border>
            <Text size={1}>
              {drafts === 1
                ? 'One selected session has other changes that are not published. They are published too.'
                : `${drafts} selected sessions have other changes that are not published. They are published too.`}
            </Text>
          </Card>
        )}
        <div role="status">{busy ? <Spinner muted /> : outcome && <Outcome {...outcome} />}</div>
      </Stack>
      {found.total === 0 && (
        <Text size={1} muted>
          This list is empty.
        </Text>
      )}
      <Stack as="ul" gap={1} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {found.sessions.map((session) => (
          <Flex as="li" key={session.id} gap={2} align="center">
            <Checkbox
              aria-label={`Select ${session.title}, ${session.when}`}
              checked={chosen.has(session.id)}
              onChange={() => setChosen(toggled(chosen, session.id))}
            />
            <Box flex={1} style={{minWidth: 0}}>
              {renderLink(session)}
            </Box>
          </Flex>
        ))}
      </Stack>
      {found.total > found.sessions.length && (
        <Text size={1} muted>
          The first {found.sessions.length} of {found.total}. The next ones follow when these are
          handled.
        </Text>
      )}
    </Stack>
  )
}

/** The text of a row: the date first, because titles are often alike. */
export function SessionRow({title, when, status, hasDraft}: BulkSession) {
  const mark = statusTitle(status)
  return (
    <Flex gap={2} align="center">
      <Stack gap={2} flex={1}>
        <Text size={1} weight="medium">
          {when}
        </Text>
        <Text size={1} muted textOverflow="ellipsis">
          {title}
        </Text>
      </Stack>
      {hasDraft && <Badge tone="caution">Draft</Badge>}
      <Badge tone={mark.tone}>{mark.title}</Badge>
    </Flex>
  )
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const result = new Set(ids)
  if (!result.delete(id)) result.add(id)
  return result
}

interface OutcomeProps {
  act: BulkAct
  published: boolean
  result: UpdateResult
}

function Outcome({act, published, result: {done, failures}}: OutcomeProps) {
  const sessions = done === 1 ? '1 session' : `${done} sessions`
  const ending = published ? 'and published' : 'as drafts'
  return (
    <Stack gap={3}>
      {done > 0 && (
        <Text size={1}>
          {sessions} {act.done} {ending}.
        </Text>
      )}
      {failures.length > 0 && (
        <Card tone="critical" padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              Not done: {failures.length}. They are still selected.
            </Text>
            <Stack as="ul" gap={3} style={{margin: 0, paddingLeft: 16}}>
              {failures.map(({id, title, step, message}) => (
                <Text as="li" key={id} size={1} style={{whiteSpace: 'pre-line'}}>
                  {title}
                  {step === 'publish' ? ' (saved as a draft)' : ''}: {message}
                </Text>
              ))}
            </Stack>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
