import {largest, smallest} from '../extremes.ts'
import {endAt, endOf, epochOf} from '../occurrences/moment.ts'
import {Overrides} from './overrides.ts'
import {RecurrenceSet} from '../recurrence/recurrenceSet.ts'
import {dayMs} from '../text/values.ts'
import type {EventTiming} from './eventTiming.ts'
import type {Length, Moment} from '../occurrences/moment.ts'
import type {ProblemList} from '../problemList.ts'
import type {Cut, StepBudget} from '../recurrence/expansion.ts'
import type {Window} from '../occurrences/window.ts'

/** The times of one occurrence, as numbers because a result has thousands. */
export interface OccurrenceTimes {
  /** The event that gives its text. */
  timing: EventTiming
  /** Its form and zone. */
  form: Moment
  /** Epochs: instants for timed occurrences, wall times for the others. */
  from: number
  to: number
  /**
   * The original start in its series, as an epoch in the form of RECURRENCE-ID. Absent for a single
   * event.
   */
  id: number | undefined
}

/** An event and its occurrences. */
export interface Series {
  readonly uid: string
  /** 1-based line where it begins. */
  readonly line: number
  /** Epochs before and after which it has no occurrence, widened by a day to allow for zones. */
  readonly earliest: number
  readonly latest: number
  /**
   * Whether it can occur many times a day. Dense series are expanded last, so that they don't use up
   * the steps that others need.
   */
  readonly dense: boolean
  /** Returns the occurrences that overlap the window, unsorted. */
  between(
    window: Window,
    max: number,
    budget: StepBudget,
  ): {occurrences: OccurrenceTimes[]; cut?: Cut}
}

/** An event that takes place once. Most events of a feed do, so it stores little. */
export class SingleEvent implements Series {
  readonly earliest: number
  readonly latest: number
  readonly dense = false
  readonly #timing: EventTiming

  constructor(timing: EventTiming) {
    this.#timing = timing
    const from = epochOf(timing.start)
    this.earliest = from - dayMs
    this.latest = endOf(timing.start, timing.length) + dayMs
  }

  get uid(): string {
    return this.#timing.uid
  }

  get line(): number {
    return this.#timing.component.line
  }

  between(window: Window): {occurrences: OccurrenceTimes[]} {
    const occurrence = timesOf(this.#timing)
    return {occurrences: overlaps(occurrence, window) ? [occurrence] : []}
  }
}

/** A recurring event with its changed occurrences. */
export class RecurringEvent implements Series {
  readonly uid: string
  readonly line: number
  readonly earliest: number
  readonly latest: number
  readonly #timing: EventTiming
  readonly #set: RecurrenceSet
  readonly #overrides: Overrides

  constructor(timing: EventTiming, overrides: readonly EventTiming[], problems: ProblemList) {
    this.uid = timing.uid
    this.line = timing.component.line
    this.#timing = timing
    this.#set = new RecurrenceSet(timing, problems)
    this.#overrides = new Overrides(overrides, timing.start)
    const set = this.#set.span()
    const moved = this.#overrides.maxShift()
    const ranges = this.#overrides.ranges.map((range) => total(range.timing.length))
    const begins = this.#overrides.timings.map((changed) => epochOf(changed.start))
    const ends = this.#overrides.timings.map((changed) => endOf(changed.start, changed.length))
    this.earliest = Math.min(set.from - moved, smallest(begins)) - dayMs
    this.latest = Math.max(set.to + moved + Math.max(0, largest(ranges)), largest(ends)) + dayMs
  }

  get dense(): boolean {
    return this.#set.dense
  }

  between(
    window: Window,
    max: number,
    budget: StepBudget,
  ): {occurrences: OccurrenceTimes[]; cut?: Cut} {
    const occurrences: OccurrenceTimes[] = []
    const addOverlapping = (one: OccurrenceTimes): void => {
      if (overlaps(one, window)) occurrences.push(one)
    }
    for (const timing of this.#overrides.timings) addOverlapping(timesOf(timing))
    const cut = this.#set.visit(this.#widened(window), max, budget, (form, wall, epoch, length) => {
      if (!this.#overrides.has(wall, epoch))
        addOverlapping(this.#occurrence(form, wall, epoch, length))
    })
    return cut === undefined ? {occurrences} : {occurrences, cut}
  }

  /** Returns the window widened so that it includes occurrences that a range may move into it. */
  #widened(window: Window): Window {
    const {ranges} = this.#overrides
    if (ranges.length === 0) return window
    const after = this.#overrides.maxShift()
    const before = after + largest(ranges.map(({timing}) => total(timing.length)))
    return {
      from: window.from - before,
      to: window.to + after,
      wallFrom: window.wallFrom - before,
      wallTo: window.wallTo + after,
    }
  }

  #occurrence(form: Moment, wall: number, epoch: number, length: Length): OccurrenceTimes {
    const id = this.#set.recurs ? epoch : undefined
    const range = this.#overrides.rangeAt(epoch)
    if (!range) {
      const to =
        form.kind === 'timed' ? endAt(form.zone, wall, epoch, length) : epoch + total(length)
      return {timing: this.#timing, form, from: epoch, to, id}
    }
    const moved = {...form, wall: wall + range.shift}
    const {timing} = range
    return {
      timing,
      form,
      from: epochOf(moved),
      to: endOf(moved, timing.length),
      id,
    }
  }
}

function total({nominal, exact}: Length): number {
  return nominal + exact
}

/** Returns the occurrence that a VEVENT itself describes. */
function timesOf(timing: EventTiming): OccurrenceTimes {
  const {start, length, recurrenceId} = timing
  return {
    timing,
    form: start,
    from: epochOf(start),
    to: endOf(start, length),
    id: recurrenceId && epochOf(recurrenceId),
  }
}

function overlaps({form, from, to}: OccurrenceTimes, window: Window): boolean {
  const timed = form.kind === 'timed'
  const begin = timed ? window.from : window.wallFrom
  const end = timed ? window.to : window.wallTo
  return from < end && (to > begin || (from === to && from >= begin))
}
