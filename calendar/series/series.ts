import {endAt, endOf, epochOf} from '../occurrences/moment.ts'
import {Overrides} from './overrides.ts'
import {RecurrenceSet} from '../recurrence/recurrenceSet.ts'
import {dayMs} from '../text/values.ts'
import type {EventTiming} from './eventTiming.ts'
import type {Length, Moment} from '../occurrences/moment.ts'
import type {ProblemList} from '../problemList.ts'
import type {Cut, StepBudget} from '../recurrence/expansion.ts'
import type {Window} from '../occurrences/window.ts'

/** One occurrence in numbers; an answer makes thousands. */
export interface OccurrenceTimes {
  /** Where its text comes from. */
  frame: EventTiming
  /** Its form and zone. */
  like: Moment
  /** Epochs: instants of timed occurrences, wall times of the others. */
  from: number
  to: number
  /** Which occurrence of its series it is, as an epoch in the form of RECURRENCE-ID; absent without one. */
  id: number | undefined
}

/** An event with all its occurrences, ready to be asked. */
export interface Series {
  readonly uid: string
  /** 1-based line at which it begins. */
  readonly line: number
  /** Epochs before and after which it has no occurrence, a day apart for the sake of zones. */
  readonly earliest: number
  readonly latest: number
  /** It can take place many times a day: asked last, so that it cannot use up what others need. */
  readonly dense: boolean
  /** The occurrences that overlap the window, in no order. */
  between(window: Window, most: number, budget: StepBudget): {found: OccurrenceTimes[]; cut?: Cut}
}

/** An event that takes place once. Most of a feed is such, so it is kept small. */
export class SingleEvent implements Series {
  readonly earliest: number
  readonly latest: number
  readonly dense = false
  readonly #frame: EventTiming

  constructor(frame: EventTiming) {
    this.#frame = frame
    const from = epochOf(frame.start)
    this.earliest = from - dayMs
    this.latest = endOf(frame.start, frame.length) + dayMs
  }

  get uid(): string {
    return this.#frame.uid
  }

  get line(): number {
    return this.#frame.component.line
  }

  between(window: Window): {found: OccurrenceTimes[]} {
    const found = foundAt(this.#frame)
    return {found: overlaps(found, window) ? [found] : []}
  }
}

/** An event that recurs, with what was changed of it. */
export class RecurringEvent implements Series {
  readonly uid: string
  readonly line: number
  readonly earliest: number
  readonly latest: number
  readonly #frame: EventTiming
  readonly #set: RecurrenceSet
  readonly #overrides: Overrides

  constructor(frame: EventTiming, overrides: readonly EventTiming[], problems: ProblemList) {
    this.uid = frame.uid
    this.line = frame.component.line
    this.#frame = frame
    this.#set = new RecurrenceSet(frame, problems)
    this.#overrides = new Overrides(overrides, frame.start)
    const set = this.#set.span()
    const moved = this.#overrides.farthest()
    const ranges = this.#overrides.ranges.map((range) => total(range.frame.length))
    const begins = this.#overrides.frames.map((changed) => epochOf(changed.start))
    const ends = this.#overrides.frames.map((changed) => endOf(changed.start, changed.length))
    this.earliest = Math.min(set.from - moved, ...begins) - dayMs
    this.latest = Math.max(set.to + moved + Math.max(0, ...ranges), ...ends) + dayMs
  }

  get dense(): boolean {
    return this.#set.dense
  }

  between(window: Window, most: number, budget: StepBudget): {found: OccurrenceTimes[]; cut?: Cut} {
    const found: OccurrenceTimes[] = []
    const keep = (one: OccurrenceTimes): void => {
      if (overlaps(one, window)) found.push(one)
    }
    for (const frame of this.#overrides.frames) keep(foundAt(frame))
    const cut = this.#set.visit(
      this.#widened(window),
      most,
      budget,
      (like, wall, epoch, length) => {
        if (!this.#overrides.has(wall, epoch)) keep(this.#occurrence(like, wall, epoch, length))
      },
    )
    return cut === undefined ? {found} : {found, cut}
  }

  /** The window in which occurrences are written that a range may move into it. */
  #widened(window: Window): Window {
    const {ranges} = this.#overrides
    if (ranges.length === 0) return window
    const after = this.#overrides.farthest()
    const before = after + Math.max(...ranges.map(({frame}) => total(frame.length)))
    return {
      from: window.from - before,
      to: window.to + after,
      wallFrom: window.wallFrom - before,
      wallTo: window.wallTo + after,
    }
  }

  #occurrence(like: Moment, wall: number, epoch: number, length: Length): OccurrenceTimes {
    const id = this.#set.recurs ? epoch : undefined
    const range = this.#overrides.rangeAt(epoch)
    if (!range) {
      const to =
        like.kind === 'timed' ? endAt(like.zone, wall, epoch, length) : epoch + total(length)
      return {frame: this.#frame, like, from: epoch, to, id}
    }
    const moved = {...like, wall: wall + range.shift}
    const {frame} = range
    return {
      frame,
      like,
      from: epochOf(moved),
      to: endOf(moved, frame.length),
      id,
    }
  }
}

function total({nominal, exact}: Length): number {
  return nominal + exact
}

/** The occurrence that a VEVENT itself writes. */
function foundAt(frame: EventTiming): OccurrenceTimes {
  const {start, length, recurrenceId} = frame
  return {
    frame,
    like: start,
    from: epochOf(start),
    to: endOf(start, length),
    id: recurrenceId && epochOf(recurrenceId),
  }
}

function overlaps({like, from, to}: OccurrenceTimes, window: Window): boolean {
  const timed = like.kind === 'timed'
  const begin = timed ? window.from : window.wallFrom
  const end = timed ? window.to : window.wallTo
  return from < end && (to > begin || (from === to && from >= begin))
}
