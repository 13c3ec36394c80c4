import type {PublishedEvent} from 'touchpoints/events-json'

import {words} from './words.ts'

export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name})
    return true
  } catch {
    return false
  }
}

/** The visitor's zone, those that the meetings are announced in, UTC, and the one shown. */
export function zonesOf(
  events: readonly PublishedEvent[],
  current: string,
): {id: string; title: string}[] {
  const own = ownZone()
  const announced = [...new Set(events.flatMap(({timeZone}) => timeZone ?? []))].sort()
  const others = [...new Set([...announced, 'UTC', current])].filter((zone) => zone !== own)
  return [
    {id: own, title: `${words.yourTime} (${name(own)})`},
    ...others.map((id) => ({id, title: name(id)})),
  ]
}

function name(zone: string): string {
  return zone.replaceAll('_', ' ')
}
