import {dayOf, endOf, epochOf, readMoment} from './moment.ts'
import {MomentIndex} from './momentIndex.ts'
import {RuleExpansion, isExact} from './recurrence/expandRule.ts'
import {dayMs, parseDuration} from './values.ts'
import type {Frame} from './frame.ts'
import type {Length, Moment} from './moment.ts'
import type {ProblemList} from './problemList.ts'
import type {StepBudget} from './recurrence/expandRule.ts'

/** The window of an answer: as instants for timed events, as wall times for dates and floating ones. */
export interface Window {
  from: number
  to: number
  wallFrom: number
  wallTo: number
}

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

/** A date that an RDATE adds. */
interface Extra {
  moment: Moment
  length: Length
}

/**
 * One event with all that recurs and all that was changed of it: a master, its overrides, or overrides
 * whose master is not in the text.
 */
export class Series {
  /** Epochs between which it can have occurrences, with a day to spare for zones. */
  readonly earliest: number
  readonly latest: number
  readonly #master: Frame | undefined
  readonly #overrides: readonly Frame[]
  readonly #problems: ProblemList
  readonly #rules: {expansion: RuleExpansion; until: number; exact: boolean}[]
  readonly #extras: Extra[]
  #excluded: MomentIndex<true> | undefined
  readonly #changed: MomentIndex<Frame> | undefined
  /** Every rule ended before the event begins; RDATEs may still hold. */
  readonly #neverBegins: boolean
  readonly #ranges: {from: number; shift: number; frame: Frame}[]

  /** @param overrides - Those in force: one for each RECURRENCE-ID. */
  constructor(master: Frame | undefined, overrides: readonly Frame[], problems: ProblemList) {
    this.#master = master
    this.#problems = problems
    this.#changed = master ? new MomentIndex(master.start) : undefined
    this.#overrides = this.#inForce(overrides)
    this.#rules = master ? master.rules.map((rule) => expansionOf(rule, master.start)) : []
    this.#extras = master ? this.#readExtras(master) : []
    this.#neverBegins = this.#endedBefore(master)
    this.#ranges = master ? rangesOf(this.#overrides) : []
    const spans = [...(master ? [master] : []), ...this.#overrides].map((frame) =>
      span(frame.start, frame.length),
    )
    const extras = this.#extras.map(({moment, length}) => span(moment, length))
    const all = [...spans, ...extras]
    const endless = this.#rules.some((rule) => rule.expansion.last === Infinity)
    const lasts = this.#rules.map((rule) => rule.expansion.last + this.#longest())
    this.earliest = Math.min(...all.map(([from]) => from)) - 2 * dayMs - this.#farthest()
    this.latest = endless
      ? Infinity
      : Math.max(...all.map(([, to]) => to), ...lasts) + 2 * dayMs + this.#farthest()
  }

  /** The occurrences that overlap the window, in no order; `cut` when a limit left some out. */
  between(window: Window, most: number, budget: StepBudget): {found: Found[]; cut: boolean} {
    const found: Found[] = []
    for (const frame of this.#overrides) {
      const one = foundAt(frame, frame.start, frame.length, frame.recurrenceId)
      if (overlaps(one, window)) found.push(one)
    }
    if (!this.#master) return {found, cut: false}
    const cut = this.#generate(this.#master, window, most, budget, found)
    return {found, cut}
  }

  #inForce(overrides: readonly Frame[]): Frame[] {
    const index = this.#changed
    if (!index)
      return latestOf(overrides, (frame) => (frame.recurrenceId ? epochOf(frame.recurrenceId) : 0))
    for (const frame of overrides) {
      if (!frame.recurrenceId) continue
      const other = index.at(frame.recurrenceId)
      if (!other || supersedes(frame, other)) index.set(frame.recurrenceId, frame)
    }
    return overrides.filter((frame) => frame.recurrenceId && index.at(frame.recurrenceId) === frame)
  }

  #endedBefore(master: Frame | undefined): boolean {
    if (!master || this.#rules.length === 0) return false
    const first = epochOf(master.start)
    const ended = this.#rules.every(
      ({expansion, until}) => until < first || expansion.last < expansion.first,
    )
    if (ended) {
      this.#problems.add({
        code: 'bad-recurrence',
        line: master.event.line,
        uid: master.uid,
        message:
          'UNTIL of the RRULE is before DTSTART, so the event never takes place. Mend one of the two.',
      })
    }
    return ended
  }

  #generate(
    master: Frame,
    window: Window,
    most: number,
    budget: StepBudget,
    found: Found[],
  ): boolean {
    const {start, length} = master
    const recurs = this.#rules.length > 0 || this.#extras.length > 0
    const seen = new Set<number>()
    const emit = (moment: Moment, own: Length): void => {
      const epoch = epochOf(moment)
      if (seen.has(epoch)) return
      seen.add(epoch)
      if (this.#isExcluded(master, moment.wall, epoch)) return
      if (this.#changed?.get(moment.wall, epoch)) return
      const one = this.#occurrence(master, moment, own, epoch, recurs)
      if (overlaps(one, window)) found.push(one)
    }
    for (const {moment, length: own} of this.#extras) emit(moment, own)
    if (!this.#neverBegins) emit(start, length)
    let cut = false
    const reach = this.#longest() + this.#farthest()
    for (const {expansion, until, exact} of this.#rules) {
      const [from, to] = this.#axis(start, window, exact)
      const {walls, cut: short} = expansion.between(
        from - reach,
        to + this.#farthest(),
        most,
        budget,
      )
      cut ||= short
      for (const at of walls) {
        const moment = momentAt(start, at, exact)
        if (epochOf(moment) <= until) emit(moment, length)
      }
    }
    return cut
  }

  /** The window in the numbers that the rule is expanded in, with an hour to spare on both sides. */
  #axis(start: Moment, window: Window, exact: boolean): [number, number] {
    if (start.kind !== 'timed') return [window.wallFrom - dayMs, window.wallTo]
    if (exact) return [window.from, window.to]
    const spare = 3 * 3_600_000
    return [start.zone.toWall(window.from) - spare, start.zone.toWall(window.to) + spare]
  }

  #occurrence(
    master: Frame,
    moment: Moment,
    length: Length,
    epoch: number,
    recurs: boolean,
  ): Found {
    const range = this.#ranges.findLast(({from}) => from <= epoch)
    if (!range) return foundAt(master, moment, length, recurs ? moment : undefined)
    const {frame, shift} = range
    const moved = {...moment, wall: moment.wall + shift}
    return foundAt(frame, moved, frame.length, moment)
  }

  #isExcluded(master: Frame, wall: number, epoch: number): boolean {
    if (master.exdates.length === 0) return false
    this.#excluded ??= this.#readExcluded(master)
    return this.#excluded.get(wall, epoch) ?? false
  }

  #readExcluded(master: Frame): MomentIndex<true> {
    const index = new MomentIndex<true>(master.start)
    for (const line of master.exdates) {
      for (const value of line.value.split(',')) {
        const moment = readMoment(line, master.zones, value)
        if (moment) index.set(moment, true)
        else if (value.trim() !== '') this.#reportDate(master, 'EXDATE', value, line.line)
      }
    }
    return index
  }

  #readExtras(master: Frame): Extra[] {
    return master.rdates.flatMap((line) =>
      line.value.split(',').flatMap((value) => {
        const [begin = '', end] = value.split('/')
        const moment = readMoment(line, master.zones, begin)
        if (!moment) {
          if (value.trim() !== '') this.#reportDate(master, 'RDATE', value, line.line)
          return []
        }
        if (end === undefined) return [{moment, length: master.length}]
        const until = readMoment(line, master.zones, end)
        return [{moment, length: periodLength(moment, until, end) ?? master.length}]
      }),
    )
  }

  #reportDate(master: Frame, name: string, value: string, line: number): void {
    this.#problems.add({
      code: 'bad-date',
      line,
      uid: master.uid,
      message: `${name} "${value.slice(0, 40)}" is no date and was read past.`,
    })
  }

  /** The longest that an occurrence lasts, in ms. */
  #longest(): number {
    const lengths = [
      ...(this.#master ? [this.#master.length] : []),
      ...this.#overrides.map((frame) => frame.length),
      ...this.#extras.map((extra) => extra.length),
    ]
    return lengths.reduce((longest, {nominal, exact}) => Math.max(longest, nominal + exact), 0)
  }

  /** The farthest that RANGE=THISANDFUTURE moves anything, in ms. */
  #farthest(): number {
    return this.#ranges.reduce((farthest, {shift}) => Math.max(farthest, Math.abs(shift)), 0)
  }
}

function expansionOf(
  rule: Frame['rules'][number],
  start: Moment,
): {expansion: RuleExpansion; until: number; exact: boolean} {
  const exact = start.kind === 'timed' && isExact(rule)
  const {until} = rule
  const first = exact ? epochOf(start) : start.wall
  if (!until) return {expansion: new RuleExpansion(rule, first, Infinity), until: Infinity, exact}
  // A date as UNTIL of a timed event includes that whole local day (as Google Calendar writes it);
  // a time as UNTIL of an all-day event counts by its date.
  const wall = until.dateOnly ? until.wall + dayMs - 1 : until.wall
  if (start.kind === 'date') {
    return {expansion: new RuleExpansion(rule, first, dayOf(wall)), until: Infinity, exact}
  }
  if (start.kind === 'floating') {
    return {expansion: new RuleExpansion(rule, first, wall), until: wall, exact}
  }
  // UNTIL of a time with a zone MUST be in UTC (section 3.3.10): what lacks is the Z, not a zone.
  const instant = until.dateOnly ? start.zone.toInstant(wall) : wall
  // Wall times repeat when clocks go back: expand a little more and compare the instants.
  const last = exact ? instant : start.zone.toWall(instant) + 3 * 3_600_000
  return {expansion: new RuleExpansion(rule, first, last), until: instant, exact}
}

function momentAt(start: Moment, at: number, exact: boolean): Moment {
  if (start.kind !== 'timed') return {kind: start.kind, wall: at}
  return {kind: 'timed', wall: exact ? start.zone.toWall(at) : at, zone: start.zone}
}

function rangesOf(overrides: readonly Frame[]): {from: number; shift: number; frame: Frame}[] {
  return overrides
    .flatMap((frame) => {
      const {recurrenceId, start} = frame
      if (!frame.thisAndFuture || !recurrenceId) return []
      const original =
        start.kind === 'timed' && recurrenceId.kind === 'timed'
          ? start.zone.toWall(epochOf(recurrenceId))
          : recurrenceId.wall
      return [{from: epochOf(recurrenceId), shift: start.wall - original, frame}]
    })
    .toSorted((a, b) => a.from - b.from)
}

/** The length of a PERIOD (section 3.3.9): up to its end, or for its duration. */
function periodLength(start: Moment, end: Moment | undefined, written: string): Length | undefined {
  if (end) return {nominal: 0, exact: Math.max(0, epochOf(end) - epochOf(start))}
  const duration = parseDuration(written)
  return duration && {nominal: duration.days * dayMs, exact: duration.ms}
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

function span(start: Moment, length: Length): [number, number] {
  return [epochOf(start), endOf(start, length)]
}

/** Whether `a` is the newer revision: by SEQUENCE, then DTSTAMP (RFC 5546 section 2.1.5), then order. */
export function supersedes(a: Frame, b: Frame): boolean {
  if (a.sequence !== b.sequence) return a.sequence > b.sequence
  return a.stamp >= b.stamp
}

function latestOf(frames: readonly Frame[], keyOf: (frame: Frame) => number): Frame[] {
  const latest = new Map<number, Frame>()
  for (const frame of frames) {
    const other = latest.get(keyOf(frame))
    if (!other || supersedes(frame, other)) latest.set(keyOf(frame), frame)
  }
  return [...latest.values()]
}
