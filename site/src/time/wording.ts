/**
 * Times in words, for a server that renders and a browser that renders anew in the visitor's zone:
 * both import this file, so both write alike. Only Intl; no clock.
 *
 * The wording is British English with a 24-hour clock: unambiguous in every region a community has.
 */
const locale = 'en-GB'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, {...options, timeZone})
  // Building one costs about 50 µs and a dense page asks for hundreds; the zones come from outside.
  if (formatters.size < 500) formatters.set(key, made)
  return made
}

/** @example longDay('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Thursday 28 March 2024' */
export function longDay(instant: string, timeZone: string): string {
  const options = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'} as const
  return joined(instant, timeZone, options)
}

/** @example shortDay('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Thu 28 Mar' */
export function shortDay(instant: string, timeZone: string): string {
  return joined(instant, timeZone, {weekday: 'short', day: 'numeric', month: 'short'})
}

/** One part of the date, for a calendar leaf: '28', 'Mar', 'Thursday', '2024'. */
export function dayPart(
  instant: string,
  timeZone: string,
  part: 'day' | 'month' | 'weekday' | 'year',
): string {
  const options = {day: 'numeric', month: 'short', weekday: 'long', year: 'numeric'} as const
  const found = formatter(timeZone, options).formatToParts(new Date(instant))
  return found.find(({type}) => type === part)?.value ?? ''
}

/** @example clock('2024-03-28T13:00:00Z', 'Europe/Madrid') // '14:00' */
export function clock(instant: string, timeZone: string): string {
  const options = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const
  return formatter(timeZone, options).format(new Date(instant))
}

/** @example clockRange('2024-03-28T13:00:00Z', '2024-03-28T14:00:00Z', 'Europe/Madrid') // '14:00–15:00' */
export function clockRange(start: string, end: string, timeZone: string): string {
  const until = clock(end, timeZone)
  const later = daysBetween(dateKey(start, timeZone), dateKey(end, timeZone))
  const suffix = later > 0 && until !== '00:00' ? ` (+${later} d)` : ''
  return start === end ? clock(start, timeZone) : `${clock(start, timeZone)}–${until}${suffix}`
}

/** The date on a wall there. @example dateKey('2024-03-28T23:30:00Z', 'Europe/Madrid') // '2024-03-29' */
export function dateKey(instant: string, timeZone: string): string {
  const options = {year: 'numeric', month: '2-digit', day: '2-digit'} as const
  const parts = formatter(timeZone, options).formatToParts(new Date(instant))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

/** What the clocks there are called on that day. @example zoneAbbreviation(june, 'Europe/Madrid') // 'CEST' */
export function zoneAbbreviation(instant: string, timeZone: string): string {
  const parts = formatter(timeZone, {timeZoneName: 'short'}).formatToParts(new Date(instant))
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? timeZone
}

/** @example zonePlace('America/New_York') // 'New York' */
export function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** @example zoneName('2024-03-28T13:00:00Z', 'Europe/Madrid') // 'Madrid (CET)' */
export function zoneName(instant: string, timeZone: string): string {
  const [place, abbreviation] = [zonePlace(timeZone), zoneAbbreviation(instant, timeZone)]
  return place === abbreviation ? place : `${place} (${abbreviation})`
}

/** Whether a zone can be shown here; a browser may name one that this server does not know. */
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
  // en-GB writes a comma after some weekdays, by the ICU release: the parts are put together here.
  return formatter(timeZone, options)
    .formatToParts(new Date(instant))
    .filter(({type}) => type !== 'literal')
    .map(({value}) => value)
    .join(' ')
}
