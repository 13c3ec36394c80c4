import {addDays, dateKey} from '@touchpoints/words/dates'
import {monthGrid} from './monthGrid.ts'

/** The period that the calendar shows. Dates are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface CalendarWindow {
  month: string
  weeks: string[][]
  /** Today, in the zone shown. */
  today: string
  /** First date of the agenda. */
  from: string
  /** The date after the agenda's last. */
  to: string
}

/** Length of the agenda without a requested month. */
const daysAhead = 35

/**
 * Returns the period to show. Without a month, the current month's grid and an agenda of at least 35
 * days from today. With a month, that whole month.
 *
 * @param now - UTC instant
 * @param timeZone - IANA id of the zone shown
 * @param requestedMonth - `YYYY-MM`
 */
export function calendarWindow(
  now: string,
  timeZone: string,
  requestedMonth?: string,
): CalendarWindow {
  const today = dateKey(now, timeZone)
  const month = requestedMonth ?? today.slice(0, 7)
  const weeks = monthGrid(month)
  const first = weeks[0]?.[0] ?? `${month}-01`
  const afterGrid = addDays(weeks.at(-1)?.[6] ?? first, 1)
  const ahead = addDays(today, daysAhead)
  const to = requestedMonth || afterGrid > ahead ? afterGrid : ahead
  return {
    month,
    weeks,
    today,
    from: first,
    to,
  }
}

/**
 * Returns UTC instants that contain everything the calendar may show in any zone. The zone is not known
 * yet, because it comes with the query's result. At the end of a month the window covers two months.
 */
export function queryWindow(now: string, requestedMonth?: string): {from: string; to: string} {
  const at = Date.parse(now)
  const earliest = calendarWindow(iso(at - 12 * hour), 'UTC', requestedMonth)
  const latest = calendarWindow(iso(at + 14 * hour), 'UTC', requestedMonth)
  return {
    from: `${addDays(earliest.from, -1)}T00:00:00Z`,
    to: `${addDays(latest.to, 1)}T00:00:00Z`,
  }
}

const hour = 3_600_000

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
