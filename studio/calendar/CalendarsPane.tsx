import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {usePaneRouter, type UserComponent} from 'sanity/structure'

import {FeedHealthBadge, FeedHealthLine} from './FeedHealthLine.tsx'
import {type EditorsEventsState, useEditorsEvents} from './useEditorsEvents.ts'

interface ListedCalendar {
  id: string
  title: string
  enabled: boolean
  hasFeed: boolean
}

const query = '*[_type == "calendar"] | order(lower(title) asc){_id, title, enabled, feedUrl}'

/** Lists all calendars with the state of their feeds. The calendar tool uses the same source. */
export const CalendarsPane: UserComponent = ({options}) => {
  const eventsUrl = textOf(fieldsOf(options)['eventsUrl']) ?? ''
  // The request needs a time window, but the state of the feeds doesn't depend on it.
  const [window] = useState(() => ({
    from: new Date().toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
  }))
  const {state, reload} = useEditorsEvents(eventsUrl, window)
  const calendars = useCalendars(reload)
  const {ChildLink} = usePaneRouter()
  return (
    <Box padding={3}>
      <Stack gap={3}>
        {state.kind === 'failed' && (
          <Card tone="critical" padding={3} radius={2} border role="alert">
            <Text size={1}>{state.message}</Text>
          </Card>
        )}
        {calendars?.length === 0 && (
          <Text size={1} muted>
            No calendars yet. Use + to add one. The page then shows its events with your sessions.
          </Text>
        )}
        <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {calendars?.map((calendar) => (
            <Card as="li" key={calendar.id} radius={2} border>
              <Card as={ChildLink} data-as="a" childId={calendar.id} padding={3} radius={2}>
                <Stack gap={3}>
                  <Text size={1} weight="medium">
                    {calendar.title}
                  </Text>
                  <CalendarHealth calendar={calendar} state={state} />
                </Stack>
              </Card>
            </Card>
          ))}
        </Stack>
      </Stack>
    </Box>
  )
}

interface CalendarHealthProps {
  calendar: ListedCalendar
  state: EditorsEventsState
}

function CalendarHealth({calendar, state}: CalendarHealthProps) {
  if (!calendar.enabled) {
    return (
      <Flex gap={2} align="center">
        <Badge>Off</Badge>
        <Text size={1} muted>
          Its events are not shown. To show them, turn on “Show events”.
        </Text>
      </Flex>
    )
  }
  if (!calendar.hasFeed) {
    return (
      <Text size={1} muted>
        No feed. Open the calendar and enter its link under Feed.
      </Text>
    )
  }
  if (state.kind === 'failed') return null
  const report =
    state.kind === 'loaded' ? state.calendar.feeds.find(({id}) => id === calendar.id) : undefined
  if (!report) {
    return (
      <Text size={1} muted>
        {state.kind === 'loading'
          ? 'Reading the feed…'
          : 'The feed is not read, because a required field is empty. Open the calendar and fill it in.'}
      </Text>
    )
  }
  return (
    <Flex gap={2} align="center">
      <FeedHealthBadge health={report.health} />
      <Box flex={1}>
        <FeedHealthLine health={report.health} />
      </Box>
    </Flex>
  )
}

/** Returns all calendars, including drafts, and updates them while they are edited. */
function useCalendars(onChange: () => void): ListedCalendar[] | undefined {
  const client = useClient({apiVersion})
  const [calendars, setCalendars] = useState<ListedCalendar[]>()
  useEffect(() => {
    let mounted = true
    const read = () =>
      client
        .fetch<unknown[]>(query, {}, {perspective: 'drafts'})
        .then((documents) => mounted && setCalendars(documents.flatMap(readCalendar)))
        .catch(() => undefined)
    void read()
    const follow = client
      .listen('*[_type == "calendar"]', {}, {visibility: 'query'})
      .subscribe({next: () => void read().then(onChange), error: () => undefined})
    return () => {
      mounted = false
      follow.unsubscribe()
    }
  }, [client, onChange])
  return calendars
}

function readCalendar(document: unknown): ListedCalendar[] {
  const stored = fieldsOf(document)
  const id = textOf(stored['_id'])
  if (id === undefined) return []
  const title = textOf(stored['title']) ?? 'Untitled calendar'
  const hasFeed = textOf(stored['feedUrl']) !== undefined
  return [{id, title, enabled: stored['enabled'] !== false, hasFeed}]
}
