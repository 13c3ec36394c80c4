import type {PublishedEvent} from 'touchpoints/events-json'

import {formatOf} from './moments.ts'
import type {DisplayOptions} from './words.ts'

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
  {timeZone, words, locale}: DisplayOptions,
): {id: string; title: string}[] {
  const own = ownZone()
  const announced = [...new Set(events.flatMap((event) => event.timeZone ?? []))].sort()
  const others = [...new Set([...announced, 'UTC', timeZone])].filter((zone) => zone !== own)
  return [
    {id: own, title: words.say('yourTime', {zone: zoneTitle(own, locale)})},
    ...others.map((id) => ({id, title: zoneTitle(id, locale)})),
  ]
}

/** An instant of today's rules: in 1970, many zones had no summer time, and so another name. */
const summer = Date.UTC(2026, 6)

/**
 * Writes a zone with its name in a language, because ids are in English only.
 *
 * @example zoneTitle('Europe/Madrid', 'de') // 'Europe/Madrid · Mitteleuropäische Zeit'
 */
export function zoneTitle(zone: string, locale: string): string {
  const format = formatOf(locale, {timeZone: zone, timeZoneName: 'longGeneric'})
  const name = format.formatToParts(summer).find(({type}) => type === 'timeZoneName')?.value
  const id = zone.replaceAll('_', ' ')
  return name && name !== id ? `${id} · ${name}` : id
}
