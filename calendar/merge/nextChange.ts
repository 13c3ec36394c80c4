import type {MergedEvent} from './mergedEvent.ts'
import {day, second, type Span, type Window} from './time.ts'

/** How far beyond the window the next change is looked for when nothing in it changes. */
export const lookAhead = 366 * day

export type Placed = {event: MergedEvent; span: Span}

/**
 * When an answer stops being true (milliseconds, a whole second), for a window that moves along with
 * `now`.
 *
 * It is the earliest of: an event shown starts or ends; one leaves the window at its beginning; one
 * enters it at its end. `beyond` answers the events that overlap a later window, and is only asked
 * for the stretch that can hold an earlier change than the one already found.
 */
export function nextChange(
  shown: readonly Placed[],
  window: Window,
  now: number,
  beyond: (window: Window) => readonly Placed[],
): number | undefined {
  const known = shown
    .flatMap(({span}) => [span.startMs, span.endMs, leaves(span, window, now)])
    .filter((at) => at > now)
  const soonest = Math.min(now + lookAhead, ...known)
  const later = beyond({...window, from: window.to, to: window.to + (soonest - now)})
  const entering = later
    .filter(({span}) => span.startMs >= window.to)
    .map(({span}) => now + (span.startMs - window.to) + justAfter)
  const at = Math.min(...known, ...entering)
  return Number.isFinite(at) ? wholeSecond(at) : undefined
}

/** A window's end is exclusive: exactly when an event's start reaches it, the event is still out. */
const justAfter = 1

/** Every clock here counts seconds, so what happens within one is there at the next. */
function wholeSecond(ms: number): number {
  return Math.ceil(ms / second) * second
}

function leaves({startMs, endMs}: Span, {from}: Window, now: number): number {
  const last = startMs === endMs ? startMs + justAfter : endMs
  return now + (last - from)
}
