import {dateKey} from '@touchpoints/words/dates'

/**
 * Returns the first and the last date of an event with a time zone, `YYYY-MM-DD`. One that ends at midnight does not
 * include the next day.
 *
 * @param event - UTC instants
 * @param timeZone - IANA id of the zone shown
 */
export function entryDates(
  {start, end}: {start: string; end: string},
  timeZone: string,
): [string, string] {
  const lastMoment = Math.max(Date.parse(start), Date.parse(end) - 1)
  const first = dateKey(start, timeZone)
  const last = dateKey(new Date(lastMoment).toISOString(), timeZone)
  return [first, last < first ? first : last]
}
