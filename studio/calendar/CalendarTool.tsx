import {Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {patchDraft} from '../documents/patchDraft.ts'
import {messageOf} from '../messageOf.ts'
import {calendarEntries} from './calendarEntries.ts'
import {CalendarGrid} from './CalendarGrid.tsx'
import {EventPanel} from './EventPanel.tsx'
import {FeedHealthList} from './FeedHealthList.tsx'
import {mergedTypes} from './mergedTypes.ts'
import {publishedLines} from './publishedLines.ts'
import {ReviewList} from './ReviewList.tsx'
import {reviewItems} from './reviewItems.ts'
import {useEditorsEvents, type CalendarWindow} from './useEditorsEvents.ts'

/** The merged calendar with drafts. Shows differing sources, what to review, and the state of feeds. */
export function CalendarTool({eventsUrl}: {eventsUrl: string}) {
  const client = useClient({apiVersion})
  const router = useRouter()
  const [window, setWindow] = useState<CalendarWindow>()
  const [opened, setOpened] = useState<string>()
  const [status, setStatus] = useState<string>()
  const {state, reload} = useEditorsEvents(eventsUrl, window)
  const colors = useColors()

  useEffect(() => {
    const follow = client
      .listen(`*[_type in ${JSON.stringify(mergedTypes)}]`, {}, {visibility: 'query'})
      .subscribe({next: reload, error: () => undefined})
    return () => follow.unsubscribe()
  }, [client, reload])

  const calendar = state.kind === 'loaded' ? state.calendar : undefined
  const disagreements = useMemo(
    () => (calendar?.problems ?? []).filter((problem) => problem.kind === 'disagreement'),
    [calendar],
  )
  const entries = useMemo(
    () =>
      calendarEntries(calendar?.events ?? [], {
        colors,
        disagreeing: new Set(disagreements.map(({eventId}) => eventId)),
      }),
    [calendar, colors, disagreements],
  )
  const reviews = useMemo(() => (calendar ? reviewItems(calendar, ownZone) : []), [calendar])
  const event = calendar?.events.find(({id}) => id === opened)
  const applyValue = useCallback(
    async (touchpointId: string, patch: Record<string, unknown>) => {
      try {
        await patchDraft(client, touchpointId, patch)
        setStatus('Value applied. Publish when ready.')
        reload()
      } catch (error) {
        setStatus(`Could not save the value (${messageOf(error)}). Try again.`)
      }
    },
    [client, reload],
  )
  const create = useCallback(
    async (session: Record<string, unknown>) => {
      const {_id} = await client.create({_id: 'drafts.', _type: 'touchpoint', ...session})
      router.navigateIntent('edit', {id: _id.replace(/^drafts\./, ''), type: 'touchpoint'})
    },
    [client, router],
  )

  return (
    <Card overflow="auto" height="fill" data-testid="calendar-tool">
      <Container width={5} padding={[3, 4, 5]}>
        <Stack gap={4}>
          {state.kind === 'failed' && (
            <Card tone="critical" padding={3} radius={2} border role="alert">
              <Text size={1}>{state.message}</Text>
            </Card>
          )}
          <Text size={1} muted role="status">
            {status ?? legend}
          </Text>
          <div style={sideBySide}>
            {/* Before the calendar, so that it is next in the keyboard order and on a phone. */}
            {event && (
              <EventPanel
                event={event}
                disagreements={disagreements.filter(({eventId}) => eventId === event.id)}
                published={publishedLines(calendar?.published?.[event.id])}
                onApply={(id, patch) => void applyValue(id, patch)}
                onCreate={(session) => void create(session)}
                onClose={() => setOpened(undefined)}
              />
            )}
            <div style={{flex: '3 1 480px', minWidth: 0}}>
              <CalendarGrid entries={entries} onWindow={setWindow} onOpen={setOpened} />
            </div>
          </div>
          {calendar && (
            <ReviewList key={window?.from} items={reviews} onStatus={setStatus} onChange={reload} />
          )}
          <Stack gap={3}>
            <Heading as="h2" size={1}>
              Calendars
            </Heading>
            {state.kind === 'loading' ? (
              <Flex justify="center">
                <Spinner muted />
              </Flex>
            ) : (
              <FeedHealthList feeds={calendar?.feeds ?? []} colors={colors} />
            )}
          </Stack>
        </Stack>
      </Container>
    </Card>
  )
}

const sideBySide = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  flexDirection: 'row-reverse',
  gap: 16,
} as const

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

// Names the time zone, because readers could assume the one of another calendar.
const legend = `Times are in your time zone, ${ownZone}. Dashed outline: a date that needs a session. Orange frame: the sources of an event differ. Open the event to select a value.`

function useColors(): ReadonlyMap<string, string> {
  const client = useClient({apiVersion})
  const [colors, setColors] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let mounted = true
    client
      .fetch<{_id: string; color: string}[]>(
        '*[_type == "calendar" && defined(color)]{_id, color}',
        {},
        {perspective: 'drafts'},
      )
      .then((calendars) => {
        if (mounted) setColors(new Map(calendars.map(({_id, color}) => [_id, color])))
      })
      .catch(() => undefined)
    return () => {
      mounted = false
    }
  }, [client])
  return colors
}
