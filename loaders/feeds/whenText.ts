import type {PublishedEvent} from './eventsFormat.ts'

/**
 * Formats the time of an event as text, in its own zone and in UTC. Feeds need both, because they
 * cannot show the reader's local time.
 *
 * @example
 * 'Thursday, 28 March 2024, 14:00 to 15:00, Europe/Madrid (13:00 UTC)'
 */
export function whenText(
  event: Pick<PublishedEvent, 'start' | 'end' | 'allDay' | 'floating' | 'timeZone'>,
): string {
  if (event.allDay) return dateText(`${event.start}T00:00:00Z`, 'UTC')
  const asUtc = event.floating ? 'Z' : ''
  const zone = event.floating ? 'UTC' : (event.timeZone ?? 'UTC')
  const [start, end] = [`${event.start}${asUtc}`, `${event.end}${asUtc}`]
  const times = `${timeText(start, zone)} to ${timeText(end, zone)}`
  const day = dateText(start, zone)
  if (event.floating) return `${day}, ${times}, local time`
  return zone === 'UTC'
    ? `${day}, ${times} UTC`
    : `${day}, ${times}, ${zone} (${timeText(start, 'UTC')} UTC)`
}

function dateText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeZone})
    .format(new Date(instant))
    .replace(/^(\w+) /, '$1, ')
}

function timeText(instant: string, timeZone: string): string {
  const options = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone} as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant))
}
