import {datesIn} from '@touchpoints/words/dates'

/**
 * Returns the time of a meeting in the community's zone, and in the editor's own where the clock differs.
 *
 * @param ownZone - IANA id of the editor's zone
 * @example
 * entryTimes({start: '2026-11-26T15:00:00Z', end: '2026-11-26T16:00:00Z'}, 'Europe/Madrid', 'Asia/Tokyo')
 * // {time: '16:00–17:00', own: 'Fri 27 Nov, 00:00–01:00'}
 */
export function entryTimes(
  {start, end}: {start: string; end: string},
  timeZone: string,
  ownZone: string,
): {time: string; own?: string} {
  const dates = datesIn('en')
  const time = dates.clockRange(start, end, timeZone)
  const own = dates.clockRange(start, end, ownZone)
  const day = dates.shortDay(start, ownZone)
  const isSameDay = day === dates.shortDay(start, timeZone)
  if (own === time && isSameDay) return {time}
  return {time, own: isSameDay ? own : `${day}, ${own}`}
}
