import {datesIn} from '@touchpoints/words/dates'
import {feedWords} from '@touchpoints/words/plain'

import type {PublishedEvent} from './eventsFormat.ts'

/**
 * Writes the time of an event as text, in its own zone and in UTC. Feeds need both, because they cannot
 * show the reader's local time.
 *
 * @param language - BCP 47 tag of the text. Defaults to `en`.
 * @example
 * whenText(event) // 'Thursday 28 March 2024, 14:00–15:00, Europe/Madrid (13:00 UTC)'
 */
export function whenText(
  event: Pick<PublishedEvent, 'start' | 'end' | 'allDay' | 'floating' | 'timeZone'>,
  language = 'en',
): string {
  const dates = datesIn(language)
  const {say} = feedWords(language)
  if (event.allDay) return dates.dayRange(event.start, event.end)
  const asUtc = event.floating ? 'Z' : ''
  const timeZone = event.floating ? 'UTC' : (event.timeZone ?? 'UTC')
  const start = `${event.start}${asUtc}`
  const when = {
    date: dates.longDay(start, timeZone),
    time: dates.clockRange(start, `${event.end}${asUtc}`, timeZone),
  }
  if (event.floating) return say('when', {...when, zone: say('localTime')})
  return timeZone === 'UTC'
    ? say('when', {...when, zone: timeZone})
    : say('whenUtc', {...when, zone: timeZone, utc: dates.clock(start, 'UTC')})
}
