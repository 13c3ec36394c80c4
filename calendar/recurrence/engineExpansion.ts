import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import {endOfTime} from './expansion.ts'
import {periodMs} from './periodMs.ts'
import type {Cut, Expansion, Starts, StepBudget} from './expansion.ts'
import type {Rule, RuleParts} from './rule.ts'

/** Fixed cost of one query, in steps: 0.2 ms, the cost of writing 200 occurrences. */
const stepsPerQuery = 200
/** Cost of one start of a sub-daily rule, in steps: rrule-temporal takes about 8 µs for it. */
const stepsPerDenseStart = 5
/** How many periods after the window are expanded with it, so that the next window needs no expansion. */
const periodsAhead = 64
const maxAheadMs = 3 * 366 * 86_400_000
const second = 1000

/** Expands any rule with rrule-temporal in UTC, its fastest mode. */
export class EngineExpansion implements Expansion {
  readonly first: number
  readonly last: number
  readonly #rule: Rule
  #engine: RRuleTemporal | undefined
  /** All starts in [from, to), once expanded. */
  #cached = {from: 0, to: 0, starts: new Array<number>()}

  /** @param until - UNTIL as a wall time, Infinity without one. */
  constructor(rule: Rule, first: number, until: number) {
    this.#rule = rule
    this.first = first
    this.last = Math.min(until, endOfTime)
  }

  between(from: number, to: number, max: number, budget: StepBudget): Starts {
    const low = Math.max(from, this.first)
    const high = Math.min(to, this.last + 1)
    if (low >= high) return {starts: []}
    if (low < this.#cached.from || high > this.#cached.to) {
      const batch = this.#expand(low, this.#expansionEnd(high), max, budget)
      if (batch.cut !== undefined) return {...batch, starts: batch.starts.filter((at) => at < high)}
    }
    const starts = this.#cached.starts.filter((at) => at >= low && at < high)
    return starts.length > max ? {starts: starts.slice(0, max), cut: 'occurrences'} : {starts}
  }

  /**
   * Returns the end of the range to expand. Dense rules are expanded for the window only, because the
   * range after it could have any number of starts.
   */
  #expansionEnd(to: number): number {
    const {freq, interval} = this.#rule
    if (!this.#isSparse()) return to
    return Math.min(
      to + Math.min(periodsAhead * periodMs[freq] * interval, maxAheadMs),
      this.last + 1,
    )
  }

  /** Returns whether the rule has at most one start a day. */
  #isSparse(): boolean {
    return periodMs[this.#rule.freq] >= periodMs.DAILY && this.#perDay() === 1
  }

  #perDay(): number {
    const {byHour, byMinute, bySecond} = this.#rule.parts
    return (byHour?.length ?? 1) * (byMinute?.length ?? 1) * (bySecond?.length ?? 1)
  }

  /**
   * Returns the cost of a query in steps, without its starts.
   *
   * To find the nth start of a period, all candidates of that period are checked: 2.6 million if every
   * second of a month is one.
   */
  #cost(from: number, to: number): number {
    const {freq, parts} = this.#rule
    if (!parts.bySetPos || this.#perDay() === 1) return stepsPerQuery
    const days = Math.max(1, periodMs[freq] / periodMs.DAILY)
    const periods = Math.ceil((to - from) / periodMs[freq]) + 1
    return stepsPerQuery + periods * days * this.#perDay()
  }

  /**
   * Queries in slices, short enough that rrule-temporal neither gives up nor returns far too many
   * starts.
   */
  #expand(from: number, to: number, max: number, budget: StepBudget): Starts {
    const starts: number[] = []
    let slice = this.#sliceMs(max)
    let at = from
    let cut: Cut | undefined
    if (this.#cost(from, to) > budget.left) return {starts, cut: 'steps'}
    while (at < to && cut === undefined) {
      budget.left -= this.#cost(at, Math.min(at + slice, to))
      const end = Math.min(at + slice, to)
      const batch = budget.left > 0 ? this.#query(at, end) : undefined
      if (batch) {
        budget.left -= batch.length * (this.#isSparse() ? 1 : stepsPerDenseStart)
        for (const start of batch) starts.push(start)
        if (starts.length > max) cut = 'occurrences'
        at = end
      } else if (budget.left <= 0 || slice <= second || this.#rule.count !== undefined)
        cut = 'steps'
      // rrule-temporal gave up at its own iteration limit: retry with a shorter slice.
      else slice = Math.max(second, Math.floor(Math.min(slice, to - at) / 8))
    }
    if (cut !== undefined) return {starts: starts.slice(0, max), cut}
    this.#cached = {from, to, starts}
    return {starts}
  }

  /** Returns a duration that has at most that many starts, in ms. */
  #sliceMs(max: number): number {
    const {freq, interval, count, parts} = this.#rule
    if (parts.bySetPos || count !== undefined) return Infinity
    const period = periodMs[freq] * interval
    const density = this.#isSparse()
      ? Math.max(periodMs.DAILY, period / maxDaysPerPeriod(parts))
      : Math.min(period, periodMs.DAILY) / this.#perDay()
    return Math.max(second, Math.min(max, 5000) * density)
  }

  #query(from: number, to: number): number[] | undefined {
    try {
      const dates = this.#engineFor(from).between(new Date(from), new Date(to - 1), true)
      return dates.map((date) => date.epochMilliseconds)
    } catch {
      return undefined
    }
  }

  /**
   * Returns an engine for starts from `from` on. rrule-temporal iterates sub-daily rules from their
   * start, so their engine starts at a period just before the window.
   */
  #engineFor(from: number): RRuleTemporal {
    const {freq, interval, count} = this.#rule
    if (count === undefined && periodMs[freq] < periodMs.DAILY) {
      const period = periodMs[freq] * interval
      const skipped = Math.max(0, Math.floor((from - this.first) / period) - 1)
      return this.#createEngine(this.first + skipped * period)
    }
    this.#engine ??= this.#counted(this.#createEngine(this.first, count))
    return this.#engine
  }

  /** DTSTART always counts as the first occurrence (section 3.3.10), even if it does not match the rule. */
  #counted(engine: RRuleTemporal): RRuleTemporal {
    const {count} = this.#rule
    if (count === undefined) return engine
    const start = new Date(this.first)
    if (engine.between(start, start, true).length > 0) return engine
    return this.#createEngine(this.first, count - 1)
  }

  #createEngine(start: number, count?: number): RRuleTemporal {
    const {freq, interval, wkst, skip, parts} = this.#rule
    return new RRuleTemporal({
      freq,
      interval,
      ...withWeekdays(parts),
      ...(wkst === undefined ? {} : {wkst}),
      ...(count === undefined ? {} : {count}),
      ...(skip === undefined ? {} : {rscale: 'GREGORIAN', skip}),
      until: zoned(this.last),
      dtstart: zoned(start),
      tzid: 'UTC',
      cache: false,
    })
  }
}

/**
 * Makes a week number without days include the whole week, as dateutil does.
 *
 * rrule-temporal would use only the weekday of DTSTART. Section 3.3.10 allows both.
 */
function withWeekdays(parts: RuleParts): RuleParts {
  const names = parts.byDay ?? parts.byMonthDay ?? parts.byYearDay
  if (!parts.byWeekNo || names) return parts
  return {...parts, byDay: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']}
}

/**
 * Returns the maximum number of matching days in a period. A weekday without a number occurs 53 times a
 * year.
 */
function maxDaysPerPeriod({byDay, byMonthDay, byYearDay, byWeekNo, byMonth}: RuleParts): number {
  const weekdays = byDay?.some((name) => name.length === 2) ? 53 : 1
  return [byDay, byMonthDay, byYearDay, byWeekNo, byMonth].reduce(
    (product, list) => product * (list?.length ?? 1),
    weekdays,
  )
}

function zoned(wall: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC')
}
