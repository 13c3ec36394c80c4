import {addDays} from '../time/dates.ts'
import {dateKey} from '../time/wording.ts'
import {monthGrid} from './monthGrid.ts'

/** What the page's calendar shows; dates are `YYYY-MM-DD`, months `YYYY-MM`. */
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

/** How far the agenda looks ahead when no month was asked for. */
const daysAhead = 35

/**
 * Without a month: this month's grid, and an agenda from today on. With one: that month, whole.
 *
 * @param now - UTC instant
 * @param timeZone - IANA id of the zone shown
 * @param asked - `YYYY-MM`
 */
export function calendarWindow(now: string, timeZone: string, asked?: string): CalendarWindow {
  const today = dateKey(now, timeZone)
  const month = asked ?? today.slice(0, 7)
  const weeks = monthGrid(month)
  const first = weeks[0]?.[0] ?? `${month}-01`
  const afterGrid = addDays(weeks.at(-1)?.[6] ?? first, 1)
  const ahead = addDays(today, daysAhead)
  const to = asked || afterGrid > ahead ? afterGrid : ahead
  return {
    month,
    weeks,
    today,
    from: first,
    to,
  }
}

/**
 * UTC instants that hold everything the calendar may show, in whatever zone it will: which one that
 * is stands in the answer to the question itself. At a month's border two months are asked for.
 */
export function windowToAsk(now: string, asked?: string): {from: string; to: string} {
  const at = Date.parse(now)
  const earliest = calendarWindow(iso(at - 12 * hour), 'UTC', asked)
  const latest = calendarWindow(iso(at + 14 * hour), 'UTC', asked)
  return {
    from: `${addDays(earliest.from, -1)}T00:00:00Z`,
    to: `${addDays(latest.to, 1)}T00:00:00Z`,
  }
}

const hour = 3_600_000

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
