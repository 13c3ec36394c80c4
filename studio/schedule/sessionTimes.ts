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
  /** `15:00` */
  to: string
}

/**
 * Returns the start and end of a session in the local time of several places.
 *
 * Dates contain the weekday, so that a different day in another place is easy to see.
 *
 * @param start - UTC instant
 * @throws RangeError if the instant or a time zone is invalid
 * @example sessionTimes('2024-03-28T13:00:00Z', 60, [{name: 'UTC', timeZone: 'UTC'}])[0]?.from // '13:00'
 */
export function sessionTimes(
  start: string,
  minutes: number,
  places: readonly Place[],
): LocalTime[] {
  const begin = new Date(start)
  const end = new Date(begin.getTime() + minutes * 60_000)
  return places.map(({name, timeZone}) => ({
    name,
    timeZone,
    date: dateText(begin, timeZone),
    from: timeText(begin, timeZone),
    to: timeText(end, timeZone),
  }))
}

function dateText(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(at)
    .replace(',', '')
}

function timeText(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', minute: '2-digit'}).format(at)
}
