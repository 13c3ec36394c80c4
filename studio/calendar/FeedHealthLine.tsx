import {Badge, type BadgeTone, Text} from '@sanity/ui'
import type {FeedReport} from '@touchpoints/calendar'
import {useRelativeTime} from 'sanity'

type Health = FeedReport['health']

const states = {
  fresh: {title: 'Up to date', tone: 'positive'},
  stale: {title: 'Out of date', tone: 'caution'},
  failed: {title: 'Not read', tone: 'critical'},
} as const satisfies Record<Health['state'], {title: string; tone: BadgeTone}>

export function FeedHealthBadge({health}: {health: Health}) {
  const {title, tone} = states[health.state]
  return <Badge tone={tone}>{title}</Badge>
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
