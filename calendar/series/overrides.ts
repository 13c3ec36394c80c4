import {epochOf} from '../occurrences/moment.ts'
import {MomentIndex} from '../occurrences/momentIndex.ts'
import type {EventTiming} from './eventTiming.ts'
import type {Moment} from '../occurrences/moment.ts'

/** A change to an occurrence and all later ones (RANGE=THISANDFUTURE, RFC 5545 section 3.2.13). */
export interface Range {
  /** Epoch of the first changed occurrence. */
  from: number
  /** How far it moves them, in ms of local time. */
  shift: number
  timing: EventTiming
}

/** The changed occurrences of one event. */
export class Overrides {
  readonly timings: readonly EventTiming[]
  readonly ranges: readonly Range[]
  readonly #index: MomentIndex<EventTiming>

  /** @param start - DTSTART of the series, or any RECURRENCE-ID if the main event is missing. */
  constructor(timings: readonly EventTiming[], start: Moment) {
    this.#index = new MomentIndex(start)
    for (const timing of timings) {
      if (!timing.recurrenceId) continue
      const other = this.#index.at(timing.recurrenceId)
      if (!other || supersedes(timing, other)) this.#index.set(timing.recurrenceId, timing)
    }
    this.timings = timings.filter(
      ({recurrenceId}, at) => recurrenceId && this.#index.at(recurrenceId) === timings[at],
    )
    this.ranges = this.timings.flatMap(rangeOf).toSorted((a, b) => a.from - b.from)
  }

  /** Returns whether an occurrence of the series was replaced. */
  has(wall: number, epoch: number): boolean {
    return this.timings.length > 0 && this.#index.get(wall, epoch) !== undefined
  }

  /** Returns the range that applies to an occurrence. */
  rangeAt(epoch: number): Range | undefined {
    return this.ranges.length === 0 ? undefined : this.ranges.findLast(({from}) => from <= epoch)
  }

  /** Returns the largest distance that a range moves an occurrence, in ms. */
  maxShift(): number {
    return this.ranges.reduce((maxShift, {shift}) => Math.max(maxShift, Math.abs(shift)), 0)
  }
}

/**
 * Returns whether `a` is the newer revision: by SEQUENCE, then DTSTAMP (RFC 5546 section 2.1.5), then
 * order.
 */
export function supersedes(a: EventTiming, b: EventTiming): boolean {
  if (a.sequence !== b.sequence) return a.sequence > b.sequence
  return a.stamp >= b.stamp
}

function rangeOf(timing: EventTiming): Range[] {
  const {recurrenceId, start, thisAndFuture} = timing
  if (!thisAndFuture || !recurrenceId) return []
  const inZone = start.kind === 'timed' && recurrenceId.kind === 'timed'
  const original = inZone ? start.zone.toWall(epochOf(recurrenceId)) : recurrenceId.wall
  return [{from: epochOf(recurrenceId), shift: start.wall - original, timing}]
}
