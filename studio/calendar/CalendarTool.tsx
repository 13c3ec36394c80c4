import {Box, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {useRouter} from 'sanity/router'

import {patchDraft} from '../documents/patchDraft.ts'
import {calendarEntries} from './calendarEntries.ts'
import {CalendarGrid} from './CalendarGrid.tsx'
import {EventPanel} from './EventPanel.tsx'
import {FeedHealthList} from './FeedHealthList.tsx'
import {useEditorsEvents, type CalendarWindow} from './useEditorsEvents.ts'

/** The community's calendar with drafts: where sources differ, what is not filled, how feeds are doing. */
export function CalendarTool({eventsUrl}: {eventsUrl: string}) {
  const client = useClient({apiVersion})
  const router = useRouter()
  const [window, setWindow] = useState<CalendarWindow>()
  const [opened, setOpened] = useState<string>()
  const [told, setTold] = useState<string>()
  const {state, reload} = useEditorsEvents(eventsUrl, window)
  const colors = useColors()

  useEffect(() => {
    const follow = client
      .listen('*[_type in ["touchpoint", "series", "calendar"]]', {}, {visibility: 'query'})
      .subscribe({next: reload, error: () => undefined})
    return () => follow.unsubscribe()
  }, [client, reload])

  const answer = state.kind === 'loaded' ? state.answer : undefined
  const disagreements = useMemo(
    () => (answer?.problems ?? []).filter((problem) => problem.kind === 'disagreement'),
    [answer],
  )
  const entries = useMemo(
    () =>
      calendarEntries(answer?.events ?? [], {
        colors,
        disagreeing: new Set(disagreements.map(({eventId}) => eventId)),
      }),
    [answer, colors, disagreements],
  )
  const event = answer?.events.find(({id}) => id === opened)
  const take = useCallback(
    async (touchpointId: string, patch: Record<string, unknown>) => {
      try {
        await patchDraft(client, touchpointId, patch)
        setTold('Taken. Publish the touchpoint when you are done.')
        reload()
      } catch (error) {
        setTold(`It could not be stored: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    [client, reload],
  )
  const make = useCallback(
    async (session: Record<string, unknown>) => {
      const {_id} = await client.create({_id: 'drafts.', _type: 'touchpoint', ...session})
      router.navigateIntent('edit', {id: _id.replace(/^drafts\./, ''), type: 'touchpoint'})
    },
    [client, router],
  )

  return (
    <Box overflow="auto" height="fill" data-testid="calendar-tool">
      <Container width={5} padding={4}>
        <Stack gap={4}>
          {state.kind === 'failed' && (
            <Card tone="critical" padding={3} radius={2} border role="alert">
              <Text size={1}>{state.message}</Text>
            </Card>
          )}
          <Text size={1} muted role="status">
            {told ?? legend}
          </Text>
          <div style={sideBySide}>
            {/* Before the calendar, so that it is what a keyboard and a phone reach next. */}
            {event && (
              <EventPanel
                event={event}
                disagreements={disagreements.filter(({eventId}) => eventId === event.id)}
                onTake={(id, patch) => void take(id, patch)}
                onMake={(session) => void make(session)}
                onClose={() => setOpened(undefined)}
              />
            )}
            <div style={{flex: '3 1 480px', minWidth: 0}}>
              <CalendarGrid entries={entries} onWindow={setWindow} onOpen={setOpened} />
            </div>
          </div>
          <Stack gap={3}>
            <Heading as="h2" size={1}>
              Calendars
            </Heading>
            {state.kind === 'loading' ? (
              <Flex justify="center">
                <Spinner muted />
              </Flex>
            ) : (
              <FeedHealthList feeds={answer?.feeds ?? []} colors={colors} />
            )}
          </Stack>
        </Stack>
      </Container>
    </Box>
  )
}

const sideBySide = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  flexDirection: 'row-reverse',
  gap: 16,
} as const

// One calendar shown in two zones was a mistake of the past: whoever looks at it is told which zone it is.
const legend = `Times are in your zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}. Outlined: a date of a cadence that nobody has filled. Framed: its sources differ; open it to choose.`

function useColors(): ReadonlyMap<string, string> {
  const client = useClient({apiVersion})
  const [colors, setColors] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let wanted = true
    client
      .fetch<{_id: string; color: string}[]>(
        '*[_type == "calendar" && defined(color)]{_id, color}',
        {},
        {perspective: 'drafts'},
      )
      .then((found) => {
        if (wanted) setColors(new Map(found.map(({_id, color}) => [_id, color])))
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [client])
  return colors
}
