/**
 * Writes dates and times. The server and the browser both import this file, so that both write them the
 * same way. It uses only Intl and no clock.
 *
 * The format is British English with a 24-hour clock, which is unambiguous in every region.
 */
const locale = 'en-GB'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const cached = formatters.get(key)
  if (cached) return cached
  const created = new Intl.DateTimeFormat(locale, {...options, timeZone})
  // Creating one takes about 50 µs, and a full page uses hundreds. Zones come from requests, hence the limit.
  if (formatters.size < 500) formatters.set(key, created)
  return created
}

/** Writes a date with weekday and year. @example longDay('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Thursday 28 March 2024' */
export function longDay(instant: string, timeZone: string): string {
  const options = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'} as const
  return joined(instant, timeZone, options)
}

/** Writes a short date with weekday. @example shortDay('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Thu 28 Mar' */
export function shortDay(instant: string, timeZone: string): string {
  return joined(instant, timeZone, {weekday: 'short', day: 'numeric', month: 'short'})
}

/** Returns one part of a date: '28', 'Mar', 'Thursday' or '2024'. */
export function dayPart(
  instant: string,
  timeZone: string,
  part: 'day' | 'month' | 'weekday' | 'year',
): string {
  const options = {day: 'numeric', month: 'short', weekday: 'long', year: 'numeric'} as const
  const parts = formatter(timeZone, options).formatToParts(new Date(instant))
  return parts.find(({type}) => type === part)?.value ?? ''
}

/** Writes a time. @example clock('2024-03-28T13:00:00Z', 'Europe/Madrid') // '14:00' */
export function clock(instant: string, timeZone: string): string {
  const options = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const
  return formatter(timeZone, options).format(new Date(instant))
}

/** Writes a time range. @example clockRange('2024-03-28T13:00:00Z', '2024-03-28T14:00:00Z', 'Europe/Madrid') // '14:00–15:00' */
export function clockRange(start: string, end: string, timeZone: string): string {
  const until = clock(end, timeZone)
  const later = daysBetween(dateKey(start, timeZone), dateKey(end, timeZone))
  const suffix = later > 0 && until !== '00:00' ? ` (+${later} d)` : ''
  return start === end ? clock(start, timeZone) : `${clock(start, timeZone)}–${until}${suffix}`
}

/** Returns the local date. @example dateKey('2024-03-28T23:30:00Z', 'Europe/Madrid') // '2024-03-29' */
export function dateKey(instant: string, timeZone: string): string {
  const options = {year: 'numeric', month: '2-digit', day: '2-digit'} as const
  const parts = formatter(timeZone, options).formatToParts(new Date(instant))
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${valueOf('year').padStart(4, '0')}-${valueOf('month')}-${valueOf('day')}`
}

/** Returns the abbreviation of a zone at an instant. @example zoneAbbreviation(june, 'Europe/Madrid') // 'CEST' */
export function zoneAbbreviation(instant: string, timeZone: string): string {
  const parts = formatter(timeZone, {timeZoneName: 'short'}).formatToParts(new Date(instant))
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? timeZone
}

/** Returns the place in a zone's id. @example zonePlace('America/New_York') // 'New York' */
export function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** Returns a zone's place and abbreviation. @example zoneName('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Madrid (CET)' */
export function zoneName(instant: string, timeZone: string): string {
  const [place, abbreviation] = [zonePlace(timeZone), zoneAbbreviation(instant, timeZone)]
  return place === abbreviation ? place : `${place} (${abbreviation})`
}

/** Whether this runtime knows a time zone. A browser can send one that the server does not know. */
export function isZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false
  try {
    new Intl.DateTimeFormat(locale, {timeZone})
    return true
  } catch {
    return false
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function joined(instant: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  // Depending on the ICU release, en-GB adds a comma after weekdays, so the parts are joined here.
  return formatter(timeZone, options)
    .formatToParts(new Date(instant))
    .filter(({type}) => type !== 'literal')
    .map(({value}) => value)
    .join(' ')
}
