import type {ElementWords} from '@touchpoints/words/plain'
import type {PublishedEvent} from 'touchpoints/events-json'

import {datesOf, formatOf, spanOf} from './moments.ts'

/** How an element writes texts, dates and times. */
export interface DisplayOptions {
  words: ElementWords
  /** BCP 47 tag of dates. */
  locale: string
  /** IANA id */
  timeZone: string
}

/**
 * Writes an event's times, without the date.
 *
 * @example timesText(event, {words, locale: 'en-GB', timeZone: 'Europe/Madrid'}) // '14:00 – 15:00'
 */
export function timesText(event: PublishedEvent, options: DisplayOptions): string {
  if (event.allDay) return daysText(event, options)
  const {locale, timeZone} = options
  const {start, end} = spanOf(event, timeZone)
  const format = formatOf(locale, {timeZone, hour: 'numeric', minute: '2-digit'})
  return start === end ? format.format(start) : format.formatRange(start, end)
}

function daysText(event: PublishedEvent, {locale, words}: DisplayOptions): string {
  const {first, last} = datesOf(event, 'UTC')
  if (first === last) return words.say('allDay')
  const format = formatOf(locale, {timeZone: 'UTC', day: 'numeric', month: 'short'})
  return format.formatRange(Date.parse(first), Date.parse(last))
}

export function dayText(date: string, locale: string): string {
  const options = {timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long'} as const
  return formatOf(locale, {...options, year: 'numeric'}).format(Date.parse(`${date}T00:00:00Z`))
}

export function monthText(month: string, locale: string): string {
  const format = formatOf(locale, {timeZone: 'UTC', month: 'long', year: 'numeric'})
  return format.format(Date.parse(`${month}-01T00:00:00Z`))
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
    hour: 'numeric',
    minute: '2-digit',
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

export function statusText(
  event: PublishedEvent,
  live: boolean,
  words: ElementWords,
): string | undefined {
  if (event.status !== 'confirmed') return words.say(event.status)
  return live ? words.say('live') : undefined
}
