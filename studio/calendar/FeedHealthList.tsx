import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {FeedReport} from '@touchpoints/calendar'
import {IntentLink} from 'sanity/router'

import {FeedHealthBadge, FeedHealthLine} from './FeedHealthLine.tsx'

interface FeedHealthListProps {
  feeds: readonly FeedReport[]
  /** Colors by calendar id. */
  colors: ReadonlyMap<string, string>
}

/** Lists the feeds with when each was last read, its number of events, and what is wrong. */
export function FeedHealthList({feeds, colors}: FeedHealthListProps) {
  if (feeds.length === 0) {
    return (
      <Text size={1} muted>
        No calendars yet. Add one under Meetings, Calendars. You then see its events here with your
        sessions.
      </Text>
    )
  }
  return (
    <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {feeds.map(({id, title, health}) => (
        <Card key={id} as="li" padding={3} radius={2} border>
          <Stack gap={3}>
            <Flex gap={2} align="center">
              {colors.has(id) && (
                <span aria-hidden style={{...dotStyle, backgroundColor: colors.get(id)}} />
              )}
              <FeedHealthBadge health={health} />
              <Text size={1} weight="medium">
                <IntentLink intent="edit" params={{id, type: 'calendar'}}>
                  {title}
                </IntentLink>
              </Text>
            </Flex>
            <FeedHealthLine health={health} />
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

const dotStyle = {width: 10, height: 10, borderRadius: 5, flex: 'none'} as const
