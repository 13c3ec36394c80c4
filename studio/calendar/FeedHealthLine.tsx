import {Badge, Text} from '@sanity/ui'
import type {FeedReport} from '@touchpoints/calendar'
import {useRelativeTime} from 'sanity'

type Health = FeedReport['health']

const tones = {fresh: 'positive', stale: 'caution', failed: 'critical'} as const

export function FeedHealthBadge({health}: {health: Health}) {
  return <Badge tone={tones[health.state]}>{health.state}</Badge>
}

/** Shows when a feed was last read, its number of events, and what is wrong. */
export function FeedHealthLine({health}: {health: Health}) {
  const age = useRelativeTime(new Date(health.state === 'failed' ? 0 : health.lastSuccessAt), {
    useTemporalPhrase: true,
  })
  return (
    <Text size={1} muted>
      {health.state === 'failed' ? 'Not read yet.' : `${health.eventCount} events, read ${age}.`}
      {health.state !== 'fresh' && ` ${health.fault.message}`}
    </Text>
  )
}
