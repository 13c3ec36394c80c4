import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import {useRelativeTime, useSchema, useUser} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import type {UnpublishedDraft} from './draftsQuery.ts'
import {OverviewSection, RowList} from './OverviewSection.tsx'
import {DocumentLink} from '../links/DocumentLink.tsx'
import {useDraftAuthors, useDrafts} from './useDrafts.ts'

const maxShown = 6
const maxMore = 50

/** Documents with unpublished changes: who changed them, and when. One click publishes a valid one. */
export function DraftsSection() {
  const [limit, setLimit] = useState(maxShown)
  const found = useDrafts(limit)
  const authors = useDraftAuthors(found)
  const heading = useRef<HTMLHeadingElement>(null)
  const [status, setStatus] = useState('')
  return (
    <OverviewSection
      title="Not published"
      count={found.total}
      headingRef={heading}
      status={status}
      note={
        found.total === 0
          ? 'Everything is published.'
          : 'Visitors see these changes when you publish them.'
      }
    >
      <RowList>
        {found.drafts.map((draft) => (
          <li key={draft.id}>
            <DraftRow
              draft={draft}
              authorId={authors.get(draft.id)}
              onPublished={() => {
                setStatus(`“${draft.title}” is published.`)
                // The row and its button go away.
                heading.current?.focus()
              }}
            />
          </li>
        ))}
      </RowList>
      {found.total > found.drafts.length && limit < maxMore && (
        <Box>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={`Show ${Math.min(found.total, maxMore)}`}
            onClick={() => setLimit(maxMore)}
          />
        </Box>
      )}
    </OverviewSection>
  )
}

interface DraftRowProps {
  draft: UnpublishedDraft
  authorId: string | undefined
  onPublished: () => void
}

function DraftRow({draft, authorId, onPublished}: DraftRowProps) {
  const publish = usePublishTogether()
  const schema = useSchema()
  const [state, setState] = useState<'idle' | 'busy' | {problem: string}>('idle')
  const age = useRelativeTime(draft.changedAt, {useTemporalPhrase: true})
  const onClick = async () => {
    if (state === 'busy') return
    setState('busy')
    try {
      await publish([draft.id])
      onPublished()
    } catch (error) {
      setState({problem: messageOf(error)})
    }
  }
  return (
    <Stack gap={1}>
      <Flex gap={1} align="center" paddingRight={2}>
        <Box flex={1} style={{minWidth: 0}}>
          <DocumentLink id={draft.id} type={draft.type}>
            <Stack gap={2}>
              <Text size={1} weight="medium" textOverflow="ellipsis">
                {draft.title}
              </Text>
              <Text size={1} muted>
                {schema.get(draft.type)?.title ?? draft.type}
                {draft.isPublished ? ', changed ' : ', new, changed '}
                {age}
                {authorId !== undefined && <Author id={authorId} />}
              </Text>
            </Stack>
          </DocumentLink>
        </Box>
        <Button
          mode="ghost"
          tone="positive"
          fontSize={1}
          padding={2}
          text="Publish"
          loading={state === 'busy'}
          aria-label={`Publish ${draft.title}`}
          onClick={() => void onClick()}
        />
      </Flex>
      {typeof state === 'object' && (
        <Card tone="critical" padding={3} radius={2} border role="alert">
          <Text size={1} style={{whiteSpace: 'pre-line'}}>
            {state.problem}
          </Text>
        </Card>
      )}
    </Stack>
  )
}

/** A user who left the project has no name. */
function Author({id}: {id: string}) {
  const [user] = useUser(id)
  return user?.displayName === undefined ? null : <> by {user.displayName}</>
}
