import {formatLocale} from '../languages.ts'
import {addDays} from './calendarDates.ts'
import {formatter} from './formatter.ts'
import {dateKey} from './zones.ts'

/**
 * Writes dates and times in one language. Instants are UTC, dates are `YYYY-MM-DD`, months `YYYY-MM`, zones
 * IANA ids. Examples are English.
 */
export interface Dates {
  /** BCP 47 tag that Intl formats with, such as `en-GB`. */
  locale: string
  /** Writes a date with weekday and year: 'Thursday 28 March 2024'. */
  longDay: (instant: string, timeZone: string) => string
  /** Writes a short date with weekday: 'Thu 28 Mar'. */
  shortDay: (instant: string, timeZone: string) => string
  /** Writes a short date with weekday and year: 'Thu 28 Mar 2024'. */
  shortDayWithYear: (instant: string, timeZone: string) => string
  /** Returns one part of a date: '28', 'Mar', 'Thursday', 'Thu' or '2024'. */
  dayPart: (instant: string, timeZone: string, part: DayPart) => string
  /** Writes a time: '14:00'. */
  clock: (instant: string, timeZone: string) => string
  /** Writes a wall clock time `HH:MM`: '14:00'. */
  wallClock: (time: string) => string
  /** Writes a time range: '14:00–15:00', '23:00–01:00 (+1 d)'. */
  clockRange: (start: string, end: string, timeZone: string) => string
  /** Writes local times without a zone, `YYYY-MM-DDTHH:MM:SS`, as a range: '14:00–15:00'. */
  localRange: (start: string, end: string) => string
  /** Writes whole days. `end` is exclusive, as in calendars: 'Thursday 28 March 2024 – Friday 29 March 2024'. */
  dayRange: (start: string, end: string) => string
  /** Writes a month with its year: 'March 2024'. */
  monthName: (month: string) => string
  /** Writes a date with its weekday: 'Thursday 28 March'. */
  dayName: (date: string) => string
  /** Writes a date with its weekday and year: 'Thursday 28 March 2024'. */
  longDayName: (date: string) => string
  /** Writes a date with its year: '28 March 2024'. */
  dateName: (date: string) => string
  /** Writes a short date: '31 Mar'. */
  shortDate: (date: string) => string
  /** Returns the names of the weekdays, Monday first: 'Monday', or 'Mon'. */
  weekdayNames: (style: 'long' | 'short') => string[]
  /** Returns the names of the months, January first: 'January'. Numbers where these are the names: '1月'. */
  monthNames: () => string[]
  /** Returns the place in a zone's id: 'New York'. */
  zonePlace: (timeZone: string) => string
  /** Returns the abbreviation of a zone at an instant: 'CEST'. */
  zoneAbbreviation: (instant: string, timeZone: string) => string
  /** Returns a zone's place and abbreviation: 'Madrid (CET)'. */
  zoneName: (instant: string, timeZone: string) => string
  /** Writes a duration in its largest unit, in seconds: '3 hours', '2 days'. */
  duration: (seconds: number) => string
  /** Joins names: 'A, B and C'. */
  list: (texts: readonly string[]) => string
  /** Writes a whole number: '1,234'. */
  number: (value: number) => string
  /** Returns the name of a language: 'Spanish'. */
  languageName: (tag: string) => string
}

export type DayPart = 'day' | 'month' | 'weekday' | 'shortWeekday' | 'year'

/** A Monday. */
const monday = Date.UTC(2024, 0, 1)
const dayLength = 86_400_000

/** @example datesIn('de').longDay('2024-03-28T13:00:00Z', 'Europe/Berlin') // 'Donnerstag, 28. März 2024' */
export function datesIn(language: string): Dates {
  const cached = languages.get(language)
  if (cached) return cached
  const created = createDates(formatLocale(language))
  // Tags may come from requests, hence the limit.
  if (languages.size < 50) languages.set(language, created)
  return created
}

const languages = new Map<string, Dates>()

function createDates(locale: string): Dates {
  const format = (at: Date | number, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    written(locale, formatter(locale, timeZone, options), at)
  const onDate = (date: string, options: Intl.DateTimeFormatOptions) =>
    format(new Date(`${date}T00:00:00Z`), 'UTC', options)
  const {hourCycle} = new Intl.DateTimeFormat(locale, {hour: 'numeric'}).resolvedOptions()
  const hour = hourCycle === 'h12' ? 'numeric' : '2-digit'
  const clock = (instant: string, timeZone: string) =>
    formatter(locale, timeZone, {hour, minute: '2-digit'}).format(new Date(instant))
  const zoneAbbreviation = (instant: string, timeZone: string) =>
    partOf(formatter(locale, timeZone, {timeZoneName: 'short'}), instant, 'timeZoneName') ??
    timeZone
  const clockRange = (start: string, end: string, timeZone: string) => {
    const [from, to] = [clock(start, timeZone), clock(end, timeZone)]
    if (start === end) return from
    const days = daysBetween(dateKey(start, timeZone), dateKey(end, timeZone))
    const endsAtMidnight = to === clock('1970-01-01T00:00:00Z', 'UTC')
    return `${from}–${to}${days > 0 && !(endsAtMidnight && days === 1) ? ` (+${shortDays(locale, days)})` : ''}`
  }
  const lists = new Intl.ListFormat(locale, {type: 'conjunction'})
  const numbers = new Intl.NumberFormat(locale)
  const languageNames = new Intl.DisplayNames(locale, {type: 'language'})

  return {
    locale,
    longDay: (instant, timeZone) => format(new Date(instant), timeZone, longDay),
    shortDay: (instant, timeZone) =>
      format(new Date(instant), timeZone, {weekday: 'short', day: 'numeric', month: 'short'}),
    shortDayWithYear: (instant, timeZone) => format(new Date(instant), timeZone, shortDay),
    dayPart: (instant, timeZone, part) => {
      const options = formatter(locale, timeZone, partOptions[part])
      // A day stands alone, large. A month or year without its unit is only a number in Japanese and Chinese.
      if (part === 'day') return partOf(options, instant, part) ?? ''
      return options.format(new Date(instant))
    },
    clock,
    wallClock: (time) => clock(`1970-01-01T${time}:00Z`, 'UTC'),
    clockRange,
    localRange: (start, end) => clockRange(`${start}Z`, `${end}Z`, 'UTC'),
    dayRange: (start, end) => {
      const [first, last] = [start.slice(0, 10), addDays(end.slice(0, 10), -1)]
      const from = onDate(first, longDay)
      return last > first ? `${from} – ${onDate(last, longDay)}` : from
    },
    monthName: (month) => onDate(`${month}-01`, {month: 'long', year: 'numeric'}),
    dayName: (date) => onDate(date, {weekday: 'long', day: 'numeric', month: 'long'}),
    longDayName: (date) => onDate(date, longDay),
    dateName: (date) => onDate(date, {day: 'numeric', month: 'long', year: 'numeric'}),
    shortDate: (date) => onDate(date, {day: 'numeric', month: 'short'}),
    weekdayNames: (style) =>
      Array.from({length: 7}, (_, day) =>
        format(monday + day * dayLength, 'UTC', {weekday: style}),
      ),
    monthNames: () =>
      Array.from({length: 12}, (_, month) =>
        format(Date.UTC(2024, month, 1), 'UTC', {month: 'long'}),
      ),
    zonePlace,
    zoneAbbreviation,
    zoneName: (instant, timeZone) => {
      const [place, abbreviation] = [zonePlace(timeZone), zoneAbbreviation(instant, timeZone)]
      return place === abbreviation ? place : `${place} (${abbreviation})`
    },
    duration: (seconds) => {
      const [unit, value] = largestUnit(seconds)
      return new Intl.NumberFormat(locale, {style: 'unit', unit, unitDisplay: 'long'}).format(value)
    },
    list: (texts) => lists.format(texts),
    number: (value) => numbers.format(value),
    languageName: (tag) => languageNames.of(tag) ?? tag,
  }
}

const longDay = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'} as const

const shortDay = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'} as const

const partOptions = {
  day: {day: 'numeric'},
  month: {month: 'short'},
  weekday: {weekday: 'long'},
  shortWeekday: {weekday: 'short'},
  year: {year: 'numeric'},
} as const satisfies Record<DayPart, Intl.DateTimeFormatOptions>

function partOf(
  format: Intl.DateTimeFormat,
  instant: string,
  type: Intl.DateTimeFormatPartTypes,
): string | undefined {
  return format.formatToParts(new Date(instant)).find((part) => part.type === type)?.value
}

/**
 * Writes a date. ICU releases differ in the comma that British English has after a weekday, so that one is
 * joined from its parts.
 */
function written(locale: string, format: Intl.DateTimeFormat, at: Date | number): string {
  if (locale !== 'en-GB') return format.format(at)
  const parts = format.formatToParts(at).filter(({type}) => type !== 'literal')
  return parts.map(({value}) => value).join(' ')
}

function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** @example shortDays('en-GB', 1) // '1 d' */
function shortDays(locale: string, days: number): string {
  const options = {style: 'unit', unit: 'day', unitDisplay: 'narrow'} as const
  const parts = new Intl.NumberFormat(locale, options).formatToParts(days)
  const texts = parts.filter(({type}) => type !== 'literal').map(({value}) => value)
  return texts.join('\u00a0')
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** A unit starts at one and a half of it: 89 minutes, 2 hours, 35 hours, 2 days. */
function largestUnit(seconds: number): ['minute' | 'hour' | 'day', number] {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 90) return ['minute', minutes]
  const hours = Math.round(minutes / 60)
  return hours < 36 ? ['hour', hours] : ['day', Math.round(hours / 24)]
}
