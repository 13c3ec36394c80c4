import {datesIn} from '@touchpoints/words/dates'

/** A place with its time zone. */
export interface Place {
  name: string
  /** IANA id. */
  timeZone: string
}

export interface LocalTime extends Place {
  /** `Thu 28 Mar 2024` */
  date: string
  /** `14:00` */
  from: string
  /** `14:00–15:00`, or `23:00–01:00 (+1 d)` */
  time: string
}

/**
 * Returns the start and end of a session in the local time of several places.
 *
 * Dates contain the weekday, so that a different day in another place is easy to see.
 *
 * @param start - UTC instant
 * @param language - BCP 47 tag, defaults to `en`
 * @throws RangeError if the instant or a time zone is invalid
 * @example sessionTimes('2024-03-28T13:00:00Z', 60, [{name: 'UTC', timeZone: 'UTC'}])[0]?.from // '13:00'
 */
export function sessionTimes(
  start: string,
  minutes: number,
  places: readonly Place[],
  language = 'en',
): LocalTime[] {
  const dates = datesIn(language)
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  return places.map(({name, timeZone}) => ({
    name,
    timeZone,
    date: dates.shortDayWithYear(start, timeZone),
    from: dates.clock(start, timeZone),
    time: dates.clockRange(start, end, timeZone),
  }))
}
