import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useState} from 'react'
import {useClient} from 'sanity'

import {patchDraft} from '../documents/patchDraft.ts'
import {IntentButton} from '../links/DocumentLink.tsx'
import {messageOf} from '../messageOf.ts'
import {decisionDocument, type Verdict} from './decisionDocument.ts'
import {ReviewPair} from './ReviewPair.tsx'
import type {NoticeItem, PairItem, RelinkItem, ReviewItem} from './reviewItems.ts'

interface ReviewListProps {
  items: readonly ReviewItem[]
  /** Called with what was done, or why it failed. */
  onStatus: (status: string) => void
  /** Called after each change. */
  onChange: () => void
}

/** A pair that an editor decided here, or decided and undid. */
interface Touched {
  item: PairItem
  /** Absent after an undo. */
  decision?: {id: string; verdict: Verdict}
}

/**
 * Lists what to review. A pair that was decided stays in its place with an undo, although the calendar no
 * longer reports it.
 */
export function ReviewList({items, onStatus, onChange}: ReviewListProps) {
  const client = useClient({apiVersion})
  const [touched, setTouched] = useState<ReadonlyMap<string, Touched>>(new Map())
  const touch = (item: PairItem, decision?: Touched['decision']) => {
    setTouched((all) => new Map(all).set(item.key, {item, ...(decision && {decision})}))
    onChange()
  }
  const decide = async (item: PairItem, verdict: Verdict) => {
    try {
      const {_id: id} = await client.create(decisionDocument(verdict, item.meetings))
      touch(item, {id, verdict})
      onStatus(`${savedTexts[verdict]} This holds for all dates.`)
    } catch (error) {
      onStatus(`Could not save the decision (${messageOf(error)}). Try again.`)
    }
  }
  const undo = async (item: PairItem, id: string) => {
    try {
      await client.delete(id)
      touch(item)
      onStatus('Decision undone.')
    } catch (error) {
      onStatus(`Could not undo the decision (${messageOf(error)}). Try again.`)
    }
  }
  const relink = async ({links}: RelinkItem) => {
    try {
      for (const {touchpointId, eventUid} of links) {
        await patchDraft(client, touchpointId, {eventUid})
      }
      onStatus(linkedText(links.length))
      onChange()
    } catch (error) {
      onStatus(`Could not link all sessions (${messageOf(error)}). Try again.`)
      onChange()
    }
  }
  const pairs = pairsInPlace(items, touched)
  const relinks = items.filter((item): item is RelinkItem => item.kind === 'relink')
  const notices = items.filter((item): item is NoticeItem => item.kind === 'notice')
  return (
    <Stack gap={3} data-testid="review-list">
      <Heading as="h2" size={1}>
        To review
      </Heading>
      <Text size={1} muted>
        {pairs.length + relinks.length + notices.length === 0
          ? 'Nothing to review in this period.'
          : 'Earlier decisions are under Meetings, Calendar decisions.'}
      </Text>
      <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {pairs.map(({item, decision}) => (
          <Card key={item.key} as="li" padding={3} radius={2} border>
            <ReviewPair
              item={item}
              verdict={decision?.verdict}
              onDecide={(verdict) => decide(item, verdict)}
              onUndo={() => (decision ? undo(item, decision.id) : Promise.resolve())}
            />
          </Card>
        ))}
        {relinks.map((item) => (
          <Card key={item.key} as="li" padding={3} radius={2} border>
            <Relink item={item} onLink={() => void relink(item)} />
          </Card>
        ))}
        {notices.map((notice) => (
          <Card key={notice.key} as="li" padding={3} radius={2} border>
            <Notice notice={notice} />
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}

const savedTexts = {
  same: 'Saved: one meeting.',
  different: 'Saved: two different meetings.',
} as const satisfies Record<Verdict, string>

/** Returns the pairs by date: those to decide, and those that were decided here. */
function pairsInPlace(
  items: readonly ReviewItem[],
  touched: ReadonlyMap<string, Touched>,
): Touched[] {
  const open = items.flatMap((item) => (item.kind === 'pair' ? [[item.key, {item}] as const] : []))
  return [...new Map<string, Touched>([...open, ...touched]).values()].toSorted((a, b) =>
    a.item.start < b.item.start || (a.item.start === b.item.start && a.item.key < b.item.key)
      ? -1
      : 1,
  )
}

function linkedText(count: number): string {
  const sessions = count === 1 ? 'One session is' : `${count} sessions are`
  return `${sessions} linked to the new events. Publish when ready.`
}

function Relink({item: {message, links}, onLink}: {item: RelinkItem; onLink: () => void}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        Sessions that lost their calendar event
      </Text>
      <Text size={1} style={{overflowWrap: 'anywhere'}}>
        {message}
      </Text>
      <Box>
        <Button
          mode="ghost"
          fontSize={1}
          padding={3}
          text={
            links.length === 1
              ? 'Link to the new event'
              : `Link ${links.length} sessions to the new events`
          }
          onClick={onLink}
        />
      </Box>
    </Stack>
  )
}

function Notice({notice: {title, message, calendarId, cadenceId}}: {notice: NoticeItem}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Text size={1}>{message}</Text>
      <Flex gap={2} wrap="wrap">
        {cadenceId !== undefined && (
          <IntentButton text="Open the cadence" intent="edit" params={{id: cadenceId}} />
        )}
        {calendarId !== undefined && (
          <IntentButton
            text="Open the calendar"
            intent="edit"
            params={{id: calendarId, type: 'calendar'}}
          />
        )}
      </Flex>
    </Stack>
  )
}
