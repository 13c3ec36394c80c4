import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import type {Frequency, Rule, RuleParts} from './rule.ts'

/** What one answer may still spend on looking at candidate times. */
export interface StepBudget {
  left: number
}

/** The starts of a rule in a window, ascending; `cut` when a limit ended them early. */
export interface Expansion {
  walls: number[]
  cut: boolean
}

/** Shortest distance between two periods, in ms. */
const periodMs: Readonly<Record<Frequency, number>> = {
  SECONDLY: 1000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: 86_400_000,
  WEEKLY: 7 * 86_400_000,
  MONTHLY: 28 * 86_400_000,
  YEARLY: 365 * 86_400_000,
}

/** Counted as steps for one question to the rule: about what it costs beside its candidates. */
const stepsPerQuestion = 50

/**
 * Expands one rule. Rules are expanded in local time (RFC 5545 section 3.3.10 works on the fields of
 * DTSTART), counted as if it were UTC: so one engine serves IANA zones, the calendar's own VTIMEZONEs,
 * floating times and dates alike, and rrule-temporal is on its fastest path. The caller turns each
 * start into an instant by its zone.
 */
export class RuleExpansion {
  readonly #rule: Rule
  /** DTSTART, as a wall time. */
  readonly first: number
  readonly #until: number
  /** No start is later than this wall time; Infinity when that is not known. */
  readonly last: number
  #engine: RRuleTemporal | undefined

  /**
   * @param start - DTSTART, as a wall time.
   * @param until - UNTIL as a wall time in DTSTART's zone; Infinity when there is none.
   */
  constructor(rule: Rule, start: number, until: number) {
    this.#rule = rule
    this.first = start
    const last = lastByCount(rule, start)
    this.#until = Math.min(until, last ?? Infinity)
    this.last = this.#until
  }

  /** Starts in [from, to), at most `most` of them. DTSTART itself only when it fits the rule. */
  between(from: number, to: number, most: number, budget: StepBudget): Expansion {
    const first = Math.max(from, this.first)
    const end = Math.min(to, this.#until + 1)
    const walls: number[] = []
    if (first >= end) return {walls, cut: false}
    let at = first
    let slice = this.#sliceMs(most)
    while (at < end) {
      if (budget.left <= 0) return {walls, cut: true}
      budget.left -= stepsPerQuestion
      const sliceEnd = Math.min(at + slice, end)
      const found = this.#ask(at, sliceEnd)
      if (found === undefined) {
        if (slice <= 1000 || this.#isCounted()) return {walls, cut: true}
        slice = Math.max(1000, Math.floor(Math.min(slice, end - at) / 8))
        continue
      }
      budget.left -= found.length
      for (const date of found) {
        if (walls.length >= most) return {walls, cut: true}
        walls.push(date.epochMilliseconds)
      }
      at = sliceEnd
    }
    return {walls, cut: false}
  }

  /** A rule with a COUNT has to be counted from its start: asking for less does not help. */
  #isCounted(): boolean {
    return this.#rule.count !== undefined && lastByCount(this.#rule, this.first) === undefined
  }

  /** How much time can be asked for at once without getting far more starts than are wanted. */
  #sliceMs(most: number): number {
    const {freq, interval, parts} = this.#rule
    if (this.#isCounted()) return Infinity
    const perDay =
      (parts.byHour?.length ?? 1) * (parts.byMinute?.length ?? 1) * (parts.bySecond?.length ?? 1)
    const subDaily = periodMs[freq] < periodMs.DAILY
    if (!subDaily && perDay === 1) return Infinity
    const density = subDaily ? periodMs[freq] * interval : periodMs.DAILY / perDay
    return Math.max(1000, Math.min(most, 5000) * density)
  }

  #ask(from: number, to: number): {epochMilliseconds: number}[] | undefined {
    try {
      return this.#engineFor(from).between(new Date(from), new Date(to - 1), true)
    } catch {
      // rrule-temporal gives up after its own number of iterations.
      return undefined
    }
  }

  #engineFor(from: number): RRuleTemporal {
    const {freq, interval} = this.#rule
    // It walks sub-daily rules from their start: begin on the last period before the window instead.
    if (periodMs[freq] < periodMs.DAILY && !this.#isCounted()) {
      const period = periodMs[freq] * interval
      const skipped = Math.floor((from - this.first) / period) - 1
      return this.#createEngine(this.first + Math.max(0, skipped) * period)
    }
    this.#engine ??= this.#createEngine(this.first)
    return this.#engine
  }

  #createEngine(start: number): RRuleTemporal {
    const {freq, interval, count, wkst, parts} = this.#rule
    return new RRuleTemporal({
      freq,
      interval,
      ...withWeekdays(parts),
      ...(wkst === undefined ? {} : {wkst}),
      ...(count !== undefined && this.#isCounted() ? {count} : {}),
      ...(Number.isFinite(this.#until) ? {until: zoned(this.#until)} : {}),
      dtstart: zoned(start),
      tzid: 'UTC',
      cache: false,
    })
  }
}

/**
 * A week number alone names the whole week, as dateutil and Google Calendar read it; rrule-temporal
 * would take DTSTART's weekday only. Section 3.3.10 supports both.
 */
function withWeekdays(parts: RuleParts): RuleParts {
  const names = parts.byDay ?? parts.byMonthDay ?? parts.byYearDay
  if (!parts.byWeekNo || names) return parts
  return {...parts, byDay: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']}
}

function zoned(wall: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC')
}

/** The last start of a rule with COUNT, where plain arithmetic gives it; undefined where it does not. */
function lastByCount(rule: Rule, start: number): number | undefined {
  if (rule.count === undefined || rule.freq === 'MONTHLY' || rule.freq === 'YEARLY')
    return undefined
  if (Object.keys(rule.parts).length > 0) return undefined
  return start + (rule.count - 1) * rule.interval * periodMs[rule.freq]
}

/**
 * Whether a rule counts exact time and not local time: "every 8 hours" means 8 hours, also where clocks
 * change. With a BY part it works on local fields again.
 */
export function isExact(rule: Rule): boolean {
  return periodMs[rule.freq] < periodMs.DAILY && Object.keys(rule.parts).length === 0
}
