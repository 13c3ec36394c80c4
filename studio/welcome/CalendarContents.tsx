import {Box, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {datesIn} from '@touchpoints/words/dates'
import {useEffect, useState} from 'react'

import {FeedHealthBadge, FeedHealthLine} from '../calendar/FeedHealthLine.tsx'
import {type EditorsEventsState, useEditorsEvents} from '../calendar/useEditorsEvents.ts'
import {DocumentLink} from '../links/DocumentLink.tsx'
import {nextTitles} from './nextTitles.ts'
import type {WelcomeCalendar} from './welcomeFacts.ts'

const windowDays = 60

interface CalendarContentsProps {
  calendars: readonly WelcomeCalendar[]
  eventsUrl: string | undefined
}

/** The calendars so far, each with the state of its feed and its next events. */
export function CalendarContents({calendars, eventsUrl}: CalendarContentsProps) {
  const [window] = useState(() => {
    const now = Date.now()
    const to = new Date(now + windowDays * 86_400_000).toISOString()
    return {from: new Date(now).toISOString(), to}
  })
  const {state, reload} = useEditorsEvents(eventsUrl, window)
  const ids = calendars.map(({id}) => id).join(' ')
  useEffect(reload, [reload, ids])
  if (calendars.length === 0) return null
  return (
    <Stack as="ul" gap={3} aria-label="Calendars" aria-live="polite" style={plainList}>
      {calendars.map(({id, title}) => (
        <li key={id}>
          <DocumentLink id={id} type="calendar">
            <Stack gap={2}>
              <Text size={1} weight="medium">
                {title}
              </Text>
              {eventsUrl !== undefined && <Contents id={id} state={state} />}
            </Stack>
          </DocumentLink>
        </li>
      ))}
    </Stack>
  )
}

function Contents({id, state}: {id: string; state: EditorsEventsState}) {
  if (state.kind === 'failed') {
    return (
      <Text size={1} muted>
        {state.message}
      </Text>
    )
  }
  const feed =
    state.kind === 'loaded' ? state.calendar.feeds.find((each) => each.id === id) : undefined
  if (state.kind === 'loading' || !feed) {
    return (
      <Flex gap={2}>
        <Spinner muted size={1} />
        <Text size={1} muted>
          Reading the calendar…
        </Text>
      </Flex>
    )
  }
  const {shortDay} = datesIn('en')
  return (
    <Stack gap={2}>
      <Flex gap={2} align="center">
        <FeedHealthBadge health={feed.health} />
        <Box flex={1}>
          <FeedHealthLine health={feed.health} />
        </Box>
      </Flex>
      {nextTitles(state.calendar.events, id).map(({title, start}) => (
        <Text key={`${start} ${title}`} size={1} muted>
          {shortDay(start, ownZone)}: {title}
        </Text>
      ))}
    </Stack>
  )
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const plainList = {listStyle: 'none', margin: 0, padding: 0} as const
