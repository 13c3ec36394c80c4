import {toSecond} from '../views/instant.ts'

/**
 * GROQ conditions on when a touchpoint takes place. They take the parameters `$now` and `$dayBefore`
 * (or `$from`, `$to` and `$dayBeforeFrom`), all UTC instants.
 *
 * When a session ends is calculated, which no index knows. No session is longer than a day, so each
 * condition also holds a plain comparison that an index can answer, and a lake with ten thousand past
 * sessions does the arithmetic for a handful.
 */
const ends = 'dateTime(schedule.start) + schedule.minutes * 60'

/** Not over: in progress counts, a visitor can still join. */
export const notOver = `schedule.start > $dayBefore && ${ends} > dateTime($now)`

export const over = `schedule.start <= $now && ${ends} <= dateTime($now)`

/** Overlaps the half-open window [from, to). */
export const inWindow = [
  'schedule.start > $dayBeforeFrom',
  'schedule.start < $to',
  'dateTime(schedule.start) < dateTime($to)',
  `${ends} > dateTime($from)`,
].join(' && ')

/** Neither over nor not over: without a start or a length no list by date would ever show it. */
export const undated = `!defined(${ends})`

const day = 24 * 60 * 60 * 1000

/** @param now - UTC instant */
export function nowParams(now: string) {
  return {now, dayBefore: dayBefore(now)}
}

/** @param window - UTC instants */
export function windowParams({from, to}: {from: string; to: string}) {
  return {from, to, dayBeforeFrom: dayBefore(from)}
}

/**
 * The touchpoints that a merged calendar looks at. A session that was moved may lie outside the
 * window while the feed's event that it is tied to lies inside, so a month on both sides belongs to it.
 */
export function eventsParams({from, to}: {from: string; to: string}) {
  return windowParams({from: shifted(from, -31 * day), to: shifted(to, 31 * day)})
}

function dayBefore(instant: string): string {
  return shifted(instant, -day)
}

function shifted(instant: string, milliseconds: number): string {
  return toSecond(Date.parse(instant) + milliseconds)
}
