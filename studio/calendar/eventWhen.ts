import type {MergedEvent} from '@touchpoints/calendar'
import {statusWord, wordsIn} from '@touchpoints/words'

const words = wordsIn('en')

/**
 * Writes the date and time of an event for editors.
 *
 * @param timeZone - IANA id. Defaults to the zone in which the event is announced.
 * @example eventWhen(event) // 'Thu 28 Mar 2024, 14:00–15:00 (Europe/Madrid)'
 */
export function eventWhen(event: MergedEvent, timeZone = event.timeZone ?? 'UTC'): string {
  const {start, end, allDay, floating} = event
  const {dates, say} = words
  if (allDay) return say('calendar.dayAllDay', {date: dates.dayRange(start, end)})
  const date = dates.shortDayWithYear(floating ? `${start}Z` : start, floating ? 'UTC' : timeZone)
  if (!floating) return `${date}, ${dates.clockRange(start, end, timeZone)} (${timeZone})`
  return say('calendar.localTime', {date, time: dates.localRange(start, end)})
}

/**
 * Writes a value of a field in which the sources of an event differ.
 *
 * @example sourceValue('status', 'tentative') // 'Tentative'
 */
export function sourceValue(field: string, value: string, timeZone = 'UTC'): string {
  if (field === 'status')
    return statusWord(words, statuses.find((each) => each === value) ?? 'confirmed')
  if (field !== 'start' || !value.endsWith('Z')) return value
  return `${words.dates.shortDayWithYear(value, timeZone)}, ${words.dates.clock(value, timeZone)}`
}

const statuses = ['tentative', 'cancelled', 'to-be-announced'] as const
