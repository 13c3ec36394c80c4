import {largest, smallest} from '../extremes.ts'
import {dayOf, epochOf, readMoment} from '../occurrences/moment.ts'
import {MomentIndex} from '../occurrences/momentIndex.ts'
import {dayMs, parseDuration} from '../text/values.ts'
import {expandRule} from './expandRule.ts'
import {periodMs} from './periodMs.ts'
import type {ContentLine} from '../text/contentLine.ts'
import type {EventTiming} from '../series/eventTiming.ts'
import type {Length, Moment} from '../occurrences/moment.ts'
import type {ProblemList} from '../problemList.ts'
import type {Window} from '../occurrences/window.ts'
import type {Cut, Expansion, StepBudget} from './expansion.ts'
import type {Rule} from './rule.ts'

/**
 * Receives one occurrence of the set, before overrides are applied.
 *
 * @param form - Its form and zone.
 * @param epoch - The instant of a timed occurrence, the wall time of the others.
 */
export type Visit = (form: Moment, wall: number, epoch: number, length: Length) => void

/** A date added by RDATE. */
interface AddedDate {
  moment: Moment
  epoch: number
  length: Length
}

interface BoundRule {
  expansion: Expansion
  /** UNTIL as an epoch, because the clocks repeat some hours. */
  until: number
  /** Whether its numbers are instants instead of wall times. */
  exact: boolean
}

/**
 * Margin in ms around a window in wall times, which differ from instants by the zone's offset and
 * repeat for an hour.
 */
const margin = 3 * 3_600_000

/** The occurrences of DTSTART, RRULEs and RDATEs without EXDATEs (RFC 5545 section 3.8.5). */
export class RecurrenceSet {
  readonly recurs: boolean
  /** Whether it can have many occurrences a day. */
  readonly dense: boolean
  readonly #timing: EventTiming
  readonly #problems: ProblemList
  readonly #rules: readonly BoundRule[]
  readonly #addedDates: readonly AddedDate[]
  readonly #includesStart: boolean
  readonly #mayRepeat: boolean
  readonly #excluded: MomentIndex<true> | undefined

  /** @param problems - Collects problems with its dates. */
  constructor(timing: EventTiming, problems: ProblemList) {
    this.#timing = timing
    this.#problems = problems
    this.#rules = timing.rules.map((rule) => bindRule(rule, timing.start))
    this.#addedDates = timing.rdates.flatMap((line) => this.#readAddedDates(line))
    this.#excluded = timing.exdates.length === 0 ? undefined : this.#readExcluded()
    this.recurs = this.#rules.length > 0 || this.#addedDates.length > 0
    this.dense = timing.rules.some(isDense)
    this.#mayRepeat = this.dense || timing.rules.length > 1 || this.#addedDates.length > 0
    this.#includesStart =
      this.#rules.length === 0 || !this.#rules.every((rule) => hasEnded(rule, timing.start))
    if (!this.#includesStart) {
      problems.add({
        code: 'bad-recurrence',
        line: timing.component.line,
        uid: timing.uid,
        message:
          'UNTIL of the RRULE is before DTSTART, so the event never takes place. Correct one of the two.',
      })
    }
  }

  /** Returns the epochs before and after which the set has no occurrence. */
  span(): {from: number; to: number} {
    const {start, length} = this.#timing
    const begins = [epochOf(start), ...this.#addedDates.map(({epoch}) => epoch)]
    const lasts = this.#rules.map(({expansion}) => expansion.last + margin * 8)
    const lengths = this.#addedDates.map((added) => total(added.length))
    const longest = Math.max(total(length), largest(lengths))
    const last = Math.max(largest(begins), largest(lasts))
    return {from: smallest(begins), to: last + longest + dayMs}
  }

  /**
   * Visits each occurrence that may overlap the window once, including some shortly before or after it.
   *
   * @returns the limit that left some out, if any.
   */
  visit(window: Window, max: number, budget: StepBudget, visit: Visit): Cut | undefined {
    const {start, length} = this.#timing
    // One rule alone produces no time twice. Further rules and RDATEs can.
    const seen = this.#mayRepeat ? new Set<number>() : undefined
    const first = epochOf(start)
    const add = (moment: Moment, wall: number, epoch: number, ownLength: Length): void => {
      if (seen?.has(epoch)) return
      seen?.add(epoch)
      if (!this.#isExcluded(wall, epoch)) visit(moment, wall, epoch, ownLength)
    }
    // RDATEs come first: a PERIOD replaces the length of an occurrence at the same start.
    for (const {moment, epoch, length: ownLength} of this.#addedDates)
      add(moment, moment.wall, epoch, ownLength)
    if (this.#includesStart) add(start, start.wall, first, length)
    let cut: Cut | undefined
    for (const {expansion, until, exact} of this.#rules) {
      const [from, to] = rangeFor(start, window, exact)
      const expanded = expansion.between(from - total(length), to, max, budget)
      cut ??= expanded.cut
      for (const at of expanded.starts) {
        const wall = exact && start.kind === 'timed' ? start.zone.toWall(at) : at
        const epoch = exact || start.kind !== 'timed' ? at : start.zone.toInstant(at)
        const isStart = epoch === first && this.#includesStart
        if (epoch <= until && !isStart) add(start, wall, epoch, length)
      }
    }
    return cut
  }

  #isExcluded(wall: number, epoch: number): boolean {
    return this.#excluded?.get(wall, epoch) ?? false
  }

  #readExcluded(): MomentIndex<true> {
    const {start, exdates, zones} = this.#timing
    const index = new MomentIndex<true>(start)
    for (const line of exdates) {
      for (const value of line.value.split(',')) {
        const moment = readMoment(line, zones, value)
        if (moment) index.set(moment, true)
        else this.#report(line, value)
      }
    }
    return index
  }

  #readAddedDates(line: ContentLine): AddedDate[] {
    const {start, zones, length} = this.#timing
    return line.value.split(',').flatMap((value) => {
      const [begin = '', end] = value.split('/')
      const written = readMoment(line, zones, begin)
      if (!written) {
        this.#report(line, value)
        return []
      }
      const moment = inFormOf(start, written)
      const ownLength =
        end === undefined ? length : periodLength(moment, end, readMoment(line, zones, end))
      return [{moment, epoch: epochOf(moment), length: ownLength ?? length}]
    })
  }

  #report(line: ContentLine, value: string): void {
    if (value.trim() === '') return
    this.#problems.add({
      code: 'bad-date',
      line: line.line,
      uid: this.#timing.uid,
      message: `${line.name} "${value.slice(0, 40)}" is not a date; value skipped.`,
    })
  }
}

function total({nominal, exact}: Length): number {
  return nominal + exact
}

/**
 * Returns whether a rule counts exact time instead of local time.
 *
 * "Every 8 hours" means 8 hours, also when the clocks change. With a BY part, a rule works on local
 * fields.
 */
function isExact({freq, parts}: Rule): boolean {
  return periodMs[freq] < periodMs.DAILY && Object.keys(parts).length === 0
}

function isDense({freq, parts}: Rule): boolean {
  const perDay = [parts.byHour, parts.byMinute, parts.bySecond].reduce(
    (count, list) => count * (list?.length ?? 1),
    1,
  )
  return periodMs[freq] < periodMs.DAILY || perDay > 10
}

function bindRule(rule: Rule, start: Moment): BoundRule {
  const exact = start.kind === 'timed' && isExact(rule)
  const first = exact ? epochOf(start) : start.wall
  const {until} = rule
  if (!until) return {expansion: expandRule(rule, first, Infinity), until: Infinity, exact}
  // For a timed event, UNTIL as a date includes that whole local day (as Google Calendar writes
  // it). For an all-day event, only the date of an UNTIL with a time counts.
  const wall = until.dateOnly ? until.wall + dayMs - 1 : until.wall
  if (start.kind === 'date') {
    return {expansion: expandRule(rule, first, dayOf(wall)), until: Infinity, exact}
  }
  if (start.kind === 'floating')
    return {expansion: expandRule(rule, first, wall), until: wall, exact}
  // If DTSTART has a zone, UNTIL MUST be in UTC (section 3.3.10). So the Z is missing, not a zone.
  const instant = until.dateOnly ? start.zone.toInstant(wall) : wall
  const last = exact ? instant : start.zone.toWall(instant) + margin
  return {expansion: expandRule(rule, first, last), until: instant, exact}
}

function hasEnded({until, expansion}: BoundRule, start: Moment): boolean {
  return until < epochOf(start) || expansion.last < expansion.first - dayMs
}

/** Returns the window in the numbers that the rule uses. */
function rangeFor(start: Moment, window: Window, exact: boolean): [number, number] {
  if (start.kind !== 'timed') return [window.wallFrom - dayMs, window.wallTo]
  if (exact) return [window.from, window.to]
  return [start.zone.toWall(window.from) - margin, start.zone.toWall(window.to) + margin]
}

/**
 * Converts an RDATE to the form of its series.
 *
 * A date adds an occurrence at DTSTART's time of day. In an all-day series, a time adds its day.
 */
function inFormOf(start: Moment, added: Moment): Moment {
  if (start.kind === 'date') return {kind: 'date', wall: dayOf(added.wall)}
  if (added.kind !== 'date') return added
  return {...start, wall: added.wall + start.wall - dayOf(start.wall)}
}

/** Returns the length of a PERIOD (section 3.3.9), from its end or its duration. */
function periodLength(start: Moment, written: string, end: Moment | undefined): Length | undefined {
  if (end) return {nominal: 0, exact: Math.max(0, epochOf(end) - epochOf(start))}
  const duration = parseDuration(written)
  return duration && {nominal: duration.days * dayMs, exact: duration.ms}
}
