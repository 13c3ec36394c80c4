import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useRelativeTime} from 'sanity'
import {IntentLink} from 'sanity/router'

import type {FeedReport} from '../../loaders/events/calendarsPort.ts'

const tones = {fresh: 'positive', stale: 'caution', failed: 'critical'} as const

/** How each calendar's feed is doing: when it was last read, how much it holds, what is wrong. */
export function FeedHealthList({feeds}: {feeds: readonly FeedReport[]}) {
  return (
    <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {feeds.map((feed) => (
        <Card key={feed.id} as="li" padding={3} radius={2} border>
          <FeedHealthRow feed={feed} />
        </Card>
      ))}
    </Stack>
  )
}

function FeedHealthRow({feed: {id, title, health}}: {feed: FeedReport}) {
  const age = useRelativeTime(new Date(health.state === 'failed' ? 0 : health.lastSuccessAt), {
    useTemporalPhrase: true,
  })
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center">
        <Badge tone={tones[health.state]}>{health.state}</Badge>
        <Text size={1} weight="medium">
          <IntentLink intent="edit" params={{id, type: 'calendar'}}>
            {title}
          </IntentLink>
        </Text>
      </Flex>
      <Text size={1} muted>
        {health.state === 'failed' ? 'Never read.' : `${health.eventCount} events, read ${age}.`}
        {health.state !== 'fresh' && ` ${health.fault.message}`}
      </Text>
    </Stack>
  )
}
