import {Badge, Box, Button, Card, Checkbox, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {type ReactNode, useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {statusTitle} from '../attention/statusTitle.ts'
import {patchDrafts} from '../documents/patchDrafts.ts'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import {type ActAnswers, type BulkAct, type BulkList, patchOf} from './bulkActs.ts'
import {BulkOutcome, type OutcomeProps} from './BulkOutcome.tsx'
import type {BulkSession, BulkSessions} from './bulkSessions.ts'
import {bulkSummary, counted, progressText} from './bulkWords.ts'
import {ConfirmForm} from './ConfirmForm.tsx'
import {undoChanges, type UndoChange} from './undoChanges.ts'
import {type UpdateFailure, updateTogether} from './updateTogether.ts'
import {useBulkSessions} from './useBulkSessions.ts'

interface BulkSessionsFormProps {
  list: BulkList
  /** Renders the link that opens a session, around its title. */
  renderLink: (session: BulkSession) => ReactNode
  /** Called when an act begins and when it has ended. */
  onBusy?: (busy: boolean) => void
}

/** The sessions of a list, to be selected and handled together. */
export function BulkSessionsForm(props: BulkSessionsFormProps) {
  const state = useBulkSessions(props.list)
  if (state.kind === 'loading') return <Spinner muted />
  if (state.kind === 'failed') {
    return (
      <Card tone="critical" padding={3} radius={2} border role="alert">
        <Text size={1}>{state.message}</Text>
      </Card>
    )
  }
  return <Selection {...props} current={state.found} />
}

function Selection({
  list,
  current,
  renderLink,
  onBusy,
}: BulkSessionsFormProps & {current: BulkSessions}) {
  const client = useClient({apiVersion})
  const publish = usePublishTogether()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [publishes, setPublishes] = useState(true)
  const [asking, setAsking] = useState<BulkAct>()
  const [progress, setProgress] = useState<Progress>()
  const [outcome, setOutcome] = useState<OutcomeProps>()
  useUnloadWarning(progress !== undefined)
  // While an act goes on, sessions leave the list one after the other. The list stays until it is finished.
  const found = progress?.found ?? current
  const selected = found.sessions.filter(({id}) => chosen.has(id))
  const hasAll = selected.length > 0 && selected.length === found.sessions.length
  const busy = progress !== undefined

  /** Shows how far it is, and keeps the window from closing unnoticed. */
  const whileBusy = async (
    total: number,
    work: (count: (done: number) => void) => Promise<void>,
  ) => {
    const count = (done: number) => setProgress({found, text: progressText(done, total, publishes)})
    count(0)
    onBusy?.(true)
    setAsking(undefined)
    setOutcome(undefined)
    await work(count)
    setProgress(undefined)
    onBusy?.(false)
  }
  const run = (act: BulkAct, answers: ActAnswers) =>
    whileBusy(selected.length, async (count) => {
      const set = patchOf(act, answers)
      const {done, failures} = await updateTogether(selected, {
        update: (ids) =>
          publishes ? publish(ids, {change: {set}}) : patchDrafts(client, ids, set),
        onProgress: count,
      })
      const changes = publishes ? undoChanges(done, Object.keys(set)) : []
      setOutcome({
        text: `${counted(done.length)} ${act.done} ${publishes ? 'and published' : 'as drafts'}.`,
        failures,
        ...(changes.length > 0 && {undo: () => void undo(changes)}),
      })
      setChosen(new Set(failures.map(({id}) => id)))
    })
  const undo = (changes: readonly UndoChange[]) => {
    const total = changes.reduce((sum, {sessions}) => sum + sessions.length, 0)
    return whileBusy(total, async (count) => {
      const failures: UpdateFailure[] = []
      let handled = 0
      for (const {sessions, change} of changes) {
        const before = handled
        const result = await updateTogether(sessions, {
          update: (ids) => publish(ids, {change}),
          onProgress: (done) => count(before + done),
        })
        for (const failure of result.failures) failures.push(failure)
        handled += sessions.length
      }
      setOutcome({text: `Undone and published: ${counted(total - failures.length)}.`, failures})
    })
  }

  return (
    <Stack
      gap={4}
      data-testid="bulk-sessions"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking) return
        // Escape is Back. The dialog around it would close, and lose the selection.
        event.stopPropagation()
        setAsking(undefined)
      }}
    >
      <Stack gap={3}>
        <Flex gap={3} align="center" wrap="wrap">
          <Flex as="label" gap={2} align="center">
            <Checkbox
              checked={hasAll}
              indeterminate={selected.length > 0 && !hasAll}
              disabled={found.sessions.length === 0 || busy}
              onChange={() => setChosen(new Set(hasAll ? [] : found.sessions.map(({id}) => id)))}
            />
            <Text size={1}>Select all {found.sessions.length}</Text>
          </Flex>
          <Flex as="label" gap={2} align="center">
            <Checkbox
              checked={publishes}
              disabled={busy}
              onChange={() => setPublishes(!publishes)}
            />
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
              onClick={() => setAsking(act)}
            />
          ))}
        </Flex>
        {asking && selected.length > 0 && (
          <ConfirmForm
            key={asking.id}
            act={asking}
            count={selected.length}
            summary={bulkSummary({act: asking, sessions: selected, publishes})}
            onSubmit={(answers) => void run(asking, answers)}
            onClose={() => setAsking(undefined)}
          />
        )}
        <div role="status">
          {progress ? (
            <Flex gap={2} align="center">
              <Spinner muted />
              <Text size={1}>{progress.text}</Text>
            </Flex>
          ) : (
            outcome && <BulkOutcome {...outcome} />
          )}
        </div>
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
              disabled={busy}
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

interface Progress {
  /** The list as it was when the act began. */
  found: BulkSessions
  text: string
}

/** The browser asks before the window closes. */
function useUnloadWarning(busy: boolean) {
  useEffect(() => {
    if (!busy) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [busy])
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const result = new Set(ids)
  if (!result.delete(id)) result.add(id)
  return result
}
