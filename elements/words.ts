import {type ElementWords, phaseOf, statusNow, statusWord} from '@touchpoints/words/plain'
import type {PublishedEvent} from 'touchpoints/events-json'

import {changesClocks, datesOf, formatOf, spanOf, weekOf} from './moments.ts'

/** How an element writes texts, dates and times. */
export interface DisplayOptions {
  words: ElementWords
  /** BCP 47 tag of dates. */
  locale: string
  /** IANA id */
  timeZone: string
}

/** Options of every time. A 24-hour clock has two digits, as `09:00`, in each kind of text. */
function timeStyle(locale: string): Intl.DateTimeFormatOptions {
  const {hour12} = formatOf(locale, {hour: 'numeric'}).resolvedOptions()
  return {hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit'}
}

/**
 * Writes an event's times, without the date.
 *
 * @param date - day of the heading above the times. Defaults to the event's first day
 * @example timesText(event, {words, locale: 'en-GB', timeZone: 'Europe/Madrid'}) // '14:00 – 15:00'
 */
export function timesText(event: PublishedEvent, options: DisplayOptions, date?: string): string {
  if (event.allDay) return daysText(event, options)
  const {start, end} = spanOf(event, options.timeZone)
  const {first, last} = datesOf(event, options.timeZone)
  const format = timeFormat(first, event, options)
  const from = date && date !== first ? momentInLine(start, options) : format.format(start)
  if (start === end) return from
  // Not `formatRange`: it writes times differently in some languages.
  return `${from} – ${first === last ? format.format(end) : momentInLine(end, options)}`
}

/** Writes when an event starts, without the date. @example '14:00' */
export function startText(event: PublishedEvent, {locale, timeZone}: DisplayOptions): string {
  const format = formatOf(locale, {timeZone, ...timeStyle(locale)})
  return format.format(spanOf(event, timeZone).start)
}

/**
 * Writes an event's times on one of its days. What lasts over midnight has a start on the first day and an
 * end on the last.
 *
 * @example timesOnDay(event, '2024-03-28', options) // '22:00 –'
 */
export function timesOnDay(event: PublishedEvent, date: string, options: DisplayOptions): string {
  const {timeZone, words} = options
  const {first, last} = datesOf(event, timeZone)
  if (event.allDay || (first < date && date < last)) return words.say('allDay')
  if (first === last) return timesText(event, options)
  const {start, end} = spanOf(event, timeZone)
  const format = timeFormat(date, event, options)
  return date === first ? `${format.format(start)} –` : `– ${format.format(end)}`
}

/** The zone's abbreviation makes a time clear that occurs twice, when clocks are set back. */
function timeFormat(
  date: string,
  {floating}: PublishedEvent,
  {locale, timeZone}: DisplayOptions,
): Intl.DateTimeFormat {
  const isClear = floating || !changesClocks(date, timeZone)
  return formatOf(locale, {
    timeZone,
    ...timeStyle(locale),
    ...(!isClear && {timeZoneName: 'short'}),
  })
}

function daysText(event: PublishedEvent, {locale, words}: DisplayOptions): string {
  const {first, last} = datesOf(event, 'UTC')
  if (first === last) return words.say('allDay')
  const format = formatOf(locale, {timeZone: 'UTC', day: 'numeric', month: 'short'})
  return format.formatRange(atNoon(first), atNoon(last))
}

/** Dates are written in UTC, where noon is on the same day. */
function atNoon(date: string): number {
  return Date.parse(`${date}T12:00:00Z`)
}

/** @example dayText('2024-03-28', 'en-GB') // 'Thursday 28 March 2024' */
export function dayText(date: string, locale: string): string {
  const options = {timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long'} as const
  return formatOf(locale, {...options, year: 'numeric'}).format(atNoon(date))
}

/** @example shortDayText('2024-03-28', 'en-GB') // 'Thu 28' */
export function shortDayText(date: string, locale: string): string {
  return formatOf(locale, {timeZone: 'UTC', weekday: 'short', day: 'numeric'}).format(atNoon(date))
}

/** @example weekdayText('2024-03-28', 'en-GB', 'short') // 'Thu' */
export function weekdayText(date: string, locale: string, weekday: 'long' | 'short'): string {
  return formatOf(locale, {timeZone: 'UTC', weekday}).format(atNoon(date))
}

/** @example monthText('2024-03-28', 'en-GB') // 'March 2024' */
export function monthText(date: string, locale: string): string {
  return formatOf(locale, {timeZone: 'UTC', month: 'long', year: 'numeric'}).format(atNoon(date))
}

/** @example weekText('2024-03-28', 'en-GB') // '25–31 March 2024' */
export function weekText(date: string, locale: string): string {
  const days = weekOf(date).map(atNoon)
  const options = {timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric'} as const
  return formatOf(locale, options).formatRange(days[0] ?? 0, days[6] ?? 0)
}

const shortDay = {weekday: 'short', day: 'numeric', month: 'short'} as const

/** Writes an event's start in one line. @example 'Thu 28 Mar, 14:00' */
export function shortMomentText(event: PublishedEvent, options: DisplayOptions): string {
  const {locale, timeZone} = options
  if (!event.allDay) return momentInLine(spanOf(event, timeZone).start, options)
  const {first, last} = datesOf(event, 'UTC')
  return formatOf(locale, {...shortDay, timeZone: 'UTC'}).formatRange(atNoon(first), atNoon(last))
}

function momentInLine(at: number, {locale, timeZone}: DisplayOptions): string {
  return formatOf(locale, {...shortDay, timeZone, ...timeStyle(locale)}).format(at)
}

/** Writes an event's start with date and time zone. @example 'Thursday, 28 March 2024 at 14:00 CET' */
export function momentText(event: PublishedEvent, {locale, timeZone}: DisplayOptions): string {
  if (event.allDay) return dayText(event.start, locale)
  const {start} = spanOf(event, timeZone)
  return formatOf(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...timeStyle(locale),
    timeZoneName: 'short',
  }).format(start)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Writes a duration in its largest unit. @example 'in 3 days' */
export function untilText(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'})
  const [unit, length] = units.find(([, size]) => ms >= size) ?? units[2]
  return format.format(Math.floor(ms / length), unit)
}

/** What is unusual about an event's status: its name, for a style, and its word. */
export interface Badge {
  name: string
  text: string
}

/** Returns the badge of an event. Undefined for one that takes place as announced, or took place. */
export function badgeOf(
  event: PublishedEvent,
  now: number,
  {timeZone, words}: DisplayOptions,
): Badge | undefined {
  const name = statusNow(event.status, phaseOf(spanOf(event, timeZone), now))
  return name === 'confirmed' || name === 'past' ? undefined : {name, text: statusWord(words, name)}
}
