import groq from 'groq'

import {toSecond} from '../views/instant.ts'

/**
 * A GROQ condition on the time of a touchpoint. The parameters are `$now` and `$dayBefore`, or `$from`,
 * `$to` and `$dayBeforeFrom`. All are UTC instants.
 *
 * The end of a session is calculated, which costs as much as a hundred text comparisons, and no index
 * has it. No session is longer than a day, so a plain comparison first excludes most documents. It has
 * its own filter, because groq-js evaluates both sides of `&&` even when the left one is false.
 */
export interface Condition {
  /** Comparisons of stored values, which can use an index. */
  indexed: string
  /** Evaluated only for documents that pass `indexed`. */
  computed: string
}

const ends = groq`dateTime(schedule.start) + schedule.minutes * 60`

/** Has not ended. Includes sessions in progress, which visitors can still join. */
export const notOver = {
  indexed: groq`schedule.start > $dayBefore`,
  // A session with a start but no valid length is in a list too, and is reported there.
  computed: groq`select(schedule.start > $now => true, ${ends} > dateTime($now))`,
} as const satisfies Condition

export const over = {
  indexed: groq`schedule.start <= $now`,
  computed: groq`select(schedule.start <= $dayBefore => true, ${ends} <= dateTime($now))`,
} as const satisfies Condition

/** Overlaps the half-open window [from, to). */
export const inWindow = {
  indexed: groq`schedule.start > $dayBeforeFrom && schedule.start < $to`,
  computed: groq`select(schedule.start >= $from => true, ${ends} > dateTime($from))`,
} as const satisfies Condition

/** Has no calculable end, so that neither `over` nor `notOver` matches it. */
export const undated = groq`select(schedule.start <= $dayBefore || schedule.start > $now => false, !defined(${ends}))`

/** Has no text in `start`, so that no comparison matches it. */
export const withoutStart = groq`select(schedule.start > "" => false, true)`

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
 * Returns the parameters for the touchpoints of a merged calendar. A session that was moved can be
 * outside the window while its event in a feed is inside. So a month on both sides is included.
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
