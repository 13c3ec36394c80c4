import type {ElementWords} from '@touchpoints/words/plain'
import type {PublishedEvent} from 'touchpoints/events-json'

/** Returns the time zone of the visitor's device, as an IANA id. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whether the browser knows this time zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name})
    return true
  } catch {
    return false
  }
}

/** Returns the zones of the menu: the visitor's, those of the events, UTC, and the current one. */
export function zonesOf(
  events: readonly PublishedEvent[],
  current: string,
  words: ElementWords,
): {id: string; title: string}[] {
  const own = ownZone()
  const announced = [...new Set(events.flatMap(({timeZone}) => timeZone ?? []))].sort()
  const others = [...new Set([...announced, 'UTC', current])].filter((zone) => zone !== own)
  return [
    {id: own, title: words.say('yourTime', {zone: zoneTitle(own)})},
    ...others.map((id) => ({id, title: zoneTitle(id)})),
  ]
}

function zoneTitle(zone: string): string {
  return zone.replaceAll('_', ' ')
}
