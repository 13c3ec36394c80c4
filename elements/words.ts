import type {PublishedEvent} from 'touchpoints/events-json'

import {datesOf, formatOf, spanOf} from './moments.ts'

/** The element's own words. Dates and times follow `locale`. */
export const words = {
  agenda: 'Agenda',
  month: 'Month',
  view: 'View',
  calendars: 'Calendars',
  community: 'Announced here',
  timeZone: 'Time zone',
  yourTime: 'Your time',
  previous: 'Previous month',
  next: 'Next month',
  today: 'Today',
  live: 'Live now',
  cancelled: 'Cancelled',
  tentative: 'To be confirmed',
  'to-be-announced': 'To be announced',
  members: 'Members only',
  join: 'Join',
  save: 'Add to calendar',
  allDay: 'All day',
  nothing: 'Nothing is planned.',
  nothingThatDay: 'Nothing on this day.',
  earlier: 'Show earlier ones',
  failed: 'The calendar could not be loaded.',
  stale: 'may be out of date',
  unavailable: 'cannot be read at the moment',
} as const

export interface Shown {
  locale: string | undefined
  timeZone: string
}

/** @example timesText(event, {locale: 'en-GB', timeZone: 'Europe/Madrid'}) // '14:00 – 15:00' */
export function timesText(event: PublishedEvent, {locale, timeZone}: Shown): string {
  if (event.allDay) return daysText(event, locale)
  const {start, end} = spanOf(event, timeZone)
  const format = formatOf(locale, {timeZone, hour: 'numeric', minute: '2-digit'})
  return start === end ? format.format(start) : format.formatRange(start, end)
}

function daysText(event: PublishedEvent, locale: string | undefined): string {
  const {first, last} = datesOf(event, 'UTC')
  if (first === last) return words.allDay
  const format = formatOf(locale, {timeZone: 'UTC', day: 'numeric', month: 'short'})
  return format.formatRange(Date.parse(first), Date.parse(last))
}

export function dayText(date: string, locale: string | undefined): string {
  const options = {timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long'} as const
  return formatOf(locale, {...options, year: 'numeric'}).format(Date.parse(`${date}T00:00:00Z`))
}

export function monthText(month: string, locale: string | undefined): string {
  const format = formatOf(locale, {timeZone: 'UTC', month: 'long', year: 'numeric'})
  return format.format(Date.parse(`${month}-01T00:00:00Z`))
}

/** @example 'Thursday, 28 March 2024 at 14:00 CET' */
export function momentText(event: PublishedEvent, {locale, timeZone}: Shown): string {
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

/** @example 'in 3 days' */
export function untilText(ms: number, locale: string | undefined): string {
  const format = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'})
  const [unit, length] = units.find(([, size]) => ms >= size) ?? units[2]
  return format.format(Math.floor(ms / length), unit)
}

export function statusText(event: PublishedEvent, live: boolean): string | undefined {
  if (event.status !== 'confirmed') return words[event.status]
  return live ? words.live : undefined
}
