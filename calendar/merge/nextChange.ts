import {smallest} from '../extremes.ts'
import type {MergedEvent} from './mergedEvent.ts'
import {day, hour, second, type Span, type Window} from './time.ts'

/**
 * How far after the window to look for the next change if nothing in the window changes, in
 * milliseconds.
 */
export const lookAhead = 366 * day

export type TimedEvent = {event: MergedEvent; span: Span}

/**
 * Returns when a result becomes outdated, in milliseconds (a whole second), for a window that moves
 * along with `now`.
 *
 * That is the earliest of these: a shown event starts or ends, an event leaves the window at its
 * beginning, or an event enters it at its end. `beyond` returns the events that overlap a later window.
 * It is called only for the time that can contain an earlier change than the one already known.
 */
export function nextChange(
  shown: readonly TimedEvent[],
  window: Window,
  now: number,
  beyond: (window: Window) => readonly TimedEvent[],
): number | undefined {
  const known = shown
    .flatMap(({span}) => [span.startMs, span.endMs, leaves(span, window, now)])
    .filter((at) => at > now)
  const first = smallest(known)
  const soonest = Math.min(now + lookAhead, first)
  // In whole hours, so that a calendar can remember its last results.
  const ahead = Math.ceil((soonest - now) / hour) * hour
  const later = beyond({...window, from: window.to, to: window.to + ahead})
  const entering = later
    .filter(({span}) => span.startMs >= window.to)
    .map(({span}) => now + (span.startMs - window.to) + justAfter)
  const at = Math.min(first, smallest(entering))
  return Number.isFinite(at) ? roundUpToSecond(at) : undefined
}

/**
 * A window's end is exclusive: at the instant when it reaches an event's start, the event is still
 * outside.
 */
const justAfter = 1

/** Rounds up to a whole second, because the clocks here count seconds. */
function roundUpToSecond(ms: number): number {
  return Math.ceil(ms / second) * second
}

function leaves({startMs, endMs}: Span, {from}: Window, now: number): number {
  const last = startMs === endMs ? startMs + justAfter : endMs
  return now + (last - from)
}
