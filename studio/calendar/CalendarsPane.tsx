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

/** The calendars, each with how its feed is doing, from the same source as the calendar tool's. */
export const CalendarsPane: UserComponent = ({options}) => {
  const eventsUrl = textOf(fieldsOf(options)['eventsUrl']) ?? ''
  // Feeds are asked for a window; how they are doing does not depend on which.
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
            No calendar yet. The + above adds one: its events show on the page with your sessions.
          </Text>
        )}
        <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {calendars?.map((calendar) => (
            <Card as="li" key={calendar.id} padding={3} radius={2} border>
              <Stack gap={3}>
                <Text size={1} weight="medium">
                  <ChildLink childId={calendar.id}>{calendar.title}</ChildLink>
                </Text>
                <CalendarHealth calendar={calendar} state={state} />
              </Stack>
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
        <Badge>off</Badge>
        <Text size={1} muted>
          Its events are not shown.
        </Text>
      </Flex>
    )
  }
  if (!calendar.hasFeed) {
    return (
      <Text size={1} muted>
        No feed yet: open it and enter its link.
      </Text>
    )
  }
  if (state.kind === 'failed') return null
  const report =
    state.kind === 'loaded' ? state.answer.feeds.find(({id}) => id === calendar.id) : undefined
  if (!report) {
    return (
      <Text size={1} muted>
        {state.kind === 'loading'
          ? 'Reading its feed…'
          : 'Its feed is not read yet: something the calendar needs is missing.'}
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

/** All calendars, drafts too, followed while they are edited. */
function useCalendars(onChange: () => void): ListedCalendar[] | undefined {
  const client = useClient({apiVersion})
  const [calendars, setCalendars] = useState<ListedCalendar[]>()
  useEffect(() => {
    let wanted = true
    const read = () =>
      client
        .fetch<unknown[]>(query, {}, {perspective: 'drafts'})
        .then((found) => wanted && setCalendars(found.flatMap(readCalendar)))
        .catch(() => undefined)
    void read()
    const follow = client
      .listen('*[_type == "calendar"]', {}, {visibility: 'query'})
      .subscribe({next: () => void read().then(onChange), error: () => undefined})
    return () => {
      wanted = false
      follow.unsubscribe()
    }
  }, [client, onChange])
  return calendars
}

function readCalendar(answer: unknown): ListedCalendar[] {
  const stored = fieldsOf(answer)
  const id = textOf(stored['_id'])
  if (id === undefined) return []
  const title = textOf(stored['title']) ?? 'Untitled calendar'
  const hasFeed = textOf(stored['feedUrl']) !== undefined
  return [{id, title, enabled: stored['enabled'] !== false, hasFeed}]
}
