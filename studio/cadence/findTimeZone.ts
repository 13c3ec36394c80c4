import {isTimeZone} from '@touchpoints/calendar/time'

/**
 * Finds the time zone that an editor means: an id in any case, or the city in it.
 *
 * @returns the id, or undefined if none or several match
 * @example findTimeZone('London') // 'Europe/London'
 * @example findTimeZone('new york') // 'America/New_York'
 */
export function findTimeZone(text: string): string | undefined {
  const typed = folded(text)
  if (typed === '') return undefined
  if (typed === 'utc') return 'UTC'
  const zones = timeZones()
  const exact = zones.find((zone) => folded(zone) === typed)
  if (exact) return exact
  const cities = zones.filter((zone) => folded(zone.split('/').at(-1) ?? '') === typed)
  if (cities.length === 1) return cities[0]
  if (cities.length > 1) return undefined
  // Ids that this machine does not list but supports, such as Asia/Calcutta.
  if (text.includes('/') && isTimeZone(text.trim())) return text.trim()
  const starts = zones.filter((zone) => folded(zone.split('/').at(-1) ?? '').startsWith(typed))
  return starts.length === 1 && typed.length >= 3 ? starts[0] : undefined
}

/** All time zones that this machine lists, with UTC first. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ').trim()
}
