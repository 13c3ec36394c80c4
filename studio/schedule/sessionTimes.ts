/** A place whose clock is shown beside a session's own. */
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
 * When a session takes place, on the clocks of several places.
 *
 * Dates are written out with their weekday: whoever reads "Thu" and "Fri" side by side sees that the
 * session is tomorrow there.
 *
 * @param start - UTC instant
 * @throws RangeError when the instant or a zone is none
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
