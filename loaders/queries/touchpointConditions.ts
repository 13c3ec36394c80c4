import groq from 'groq'

import {toSecond} from '../views/instant.ts'

/**
 * When a touchpoint takes place, as GROQ. The parameters are `$now` and `$dayBefore` (or `$from`, `$to`
 * and `$dayBeforeFrom`), all UTC instants.
 *
 * When a session ends is calculated, which no index knows and which costs a hundred comparisons of
 * texts. No session is longer than a day, so a plain comparison first leaves out what cannot matter,
 * in a filter of its own: groq-js evaluates both sides of `&&`, whatever the left one says.
 */
export interface Condition {
  /** Comparisons of stored values, which an index can answer. */
  rough: string
  /** For what the rough one lets through. */
  exact: string
}

const ends = groq`dateTime(schedule.start) + schedule.minutes * 60`

/** Not over: in progress counts, a visitor can still join. */
export const notOver = {
  rough: groq`schedule.start > $dayBefore`,
  // What has a start but no usable length is in a list all the same, and a problem there.
  exact: groq`select(schedule.start > $now => true, ${ends} > dateTime($now))`,
} as const satisfies Condition

export const over = {
  rough: groq`schedule.start <= $now`,
  exact: groq`select(schedule.start <= $dayBefore => true, ${ends} <= dateTime($now))`,
} as const satisfies Condition

/** Overlaps the half-open window [from, to). */
export const inWindow = {
  rough: groq`schedule.start > $dayBeforeFrom && schedule.start < $to`,
  exact: groq`select(schedule.start >= $from => true, ${ends} > dateTime($from))`,
} as const satisfies Condition

/** Neither over nor not over: no list by date would ever show it. */
export const undated = groq`select(schedule.start <= $dayBefore || schedule.start > $now => false, !defined(${ends}))`

/** No text in its start: what a comparison of texts can never find. */
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
