import {endOf, epochOf} from './moment.ts'
import {Overrides} from './overrides.ts'
import {ProblemList} from './problemList.ts'
import {RecurrenceSet} from './recurrence/recurrenceSet.ts'
import {dayMs} from './values.ts'
import type {CalendarProblem} from '../problems.ts'
import type {Frame} from './frame.ts'
import type {Length, Moment} from './moment.ts'
import type {Cut, StepBudget} from './recurrence/expansion.ts'
import type {Member} from './recurrence/recurrenceSet.ts'
import type {Window} from './window.ts'

/** One occurrence in numbers. */
export interface Found {
  /** Where its text comes from. */
  frame: Frame
  start: Moment
  /** Epochs: instants of timed occurrences, wall times of the others. */
  from: number
  to: number
  /** Which occurrence of its series it is; absent for an event that does not recur. */
  recurrenceId?: Moment
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
  /** What came to light while it was asked. */
  readonly problems: readonly CalendarProblem[]
  /** The occurrences that overlap the window, in no order. */
  between(window: Window, most: number, budget: StepBudget): {found: Found[]; cut?: Cut}
}

const none: readonly CalendarProblem[] = []

/** An event that takes place once. Most of a feed is such, so it is kept small. */
export class SingleEvent implements Series {
  readonly earliest: number
  readonly latest: number
  readonly dense = false
  readonly problems = none
  readonly #frame: Frame

  constructor(frame: Frame) {
    this.#frame = frame
    const from = epochOf(frame.start)
    this.earliest = from - dayMs
    this.latest = endOf(frame.start, frame.length) + dayMs
  }

  get uid(): string {
    return this.#frame.uid
  }

  get line(): number {
    return this.#frame.event.line
  }

  between(window: Window): {found: Found[]} {
    const found = foundAt(
      this.#frame,
      this.#frame.start,
      this.#frame.length,
      this.#frame.recurrenceId,
    )
    return {found: overlaps(found, window) ? [found] : []}
  }
}

/** An event that recurs, with what was changed of it. */
export class RecurringEvent implements Series {
  readonly uid: string
  readonly line: number
  readonly earliest: number
  readonly latest: number
  readonly #frame: Frame
  readonly #set: RecurrenceSet
  readonly #overrides: Overrides
  readonly #found = new ProblemList()

  constructor(frame: Frame, overrides: readonly Frame[]) {
    this.uid = frame.uid
    this.line = frame.event.line
    this.#frame = frame
    this.#set = new RecurrenceSet(frame, this.#found)
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

  get problems(): readonly CalendarProblem[] {
    return this.#found.toArray()
  }

  between(window: Window, most: number, budget: StepBudget): {found: Found[]; cut?: Cut} {
    const found = this.#overrides.frames.map((frame) =>
      foundAt(frame, frame.start, frame.length, frame.recurrenceId),
    )
    const {members, cut} = this.#set.between(this.#widened(window), most, budget)
    for (const member of members) {
      if (!this.#overrides.has(member.moment.wall, member.epoch))
        found.push(this.#occurrence(member))
    }
    const kept = {found: found.filter((one) => overlaps(one, window))}
    return cut === undefined ? kept : {...kept, cut}
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

  #occurrence({moment, epoch, length}: Member): Found {
    const range = this.#overrides.rangeAt(epoch)
    if (!range) return foundAt(this.#frame, moment, length, this.#set.recurs ? moment : undefined)
    const moved = {...moment, wall: moment.wall + range.shift}
    return foundAt(range.frame, moved, range.frame.length, moment)
  }
}

function total({nominal, exact}: Length): number {
  return nominal + exact
}

function foundAt(
  frame: Frame,
  start: Moment,
  length: Length,
  recurrenceId: Moment | undefined,
): Found {
  const found = {frame, start, from: epochOf(start), to: endOf(start, length)}
  return recurrenceId ? {...found, recurrenceId} : found
}

function overlaps({start, from, to}: Found, window: Window): boolean {
  const begin = start.kind === 'timed' ? window.from : window.wallFrom
  const end = start.kind === 'timed' ? window.to : window.wallTo
  return from < end && (to > begin || (from === to && from >= begin))
}
