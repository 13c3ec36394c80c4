import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {FeedReport} from '@touchpoints/calendar'

import {DocumentLink, IntentButton} from '../links/DocumentLink.tsx'
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
      <Stack gap={4}>
        <Text size={1} muted>
          No calendars yet. Paste the address of one, and you see its events here with your
          sessions.
        </Text>
        <Flex>
          <IntentButton
            text="Add a calendar"
            intent="create"
            params={{type: 'calendar', template: 'calendar'}}
          />
        </Flex>
      </Stack>
    )
  }
  return (
    <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {feeds.map(({id, title, health}) => (
        <Card key={id} as="li" radius={2} border>
          <DocumentLink id={id} type="calendar">
            <Stack gap={3} padding={1}>
              <Flex gap={2} align="center">
                {colors.has(id) && (
                  <span aria-hidden style={{...dotStyle, backgroundColor: colors.get(id)}} />
                )}
                <Box flex={1}>
                  <Text size={1} weight="medium">
                    {title}
                  </Text>
                </Box>
                <FeedHealthBadge health={health} />
              </Flex>
              <FeedHealthLine health={health} />
            </Stack>
          </DocumentLink>
        </Card>
      ))}
    </Stack>
  )
}

const dotStyle = {width: 10, height: 10, borderRadius: 5, flex: 'none'} as const
