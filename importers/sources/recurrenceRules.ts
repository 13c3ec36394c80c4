import {
  cadenceDates,
  type Ordinal,
  ordinals,
  type Recurrence,
  wallClock,
  type Weekday,
  weekdayNames,
  weekdays,
} from '@touchpoints/calendar/time'

import {momentOf} from './eventMoment.ts'
import {itemsOf, otherFields, type SourceNode, textOf} from './sourceNode.ts'

/** The slots of a list of rules, or what a slot cannot say. */
export type RulesReading = {kind: 'slots'; slots: Recurrence[]} | {kind: 'unknown'; what: string}

export interface RuleStart {
  date: string
  time: string
  timeZone: string
  weekday: Weekday
}

const ruleFields: ReadonlySet<string> = new Set(
  'frequency interval by_day by_hour by_minute by_month_day by_month until count'.split(' '),
)

/** Reads `recurrence_rules`. Each rule gives a slot, or several for several hours or weeks of the month. */
export function readRules(rules: readonly SourceNode[], start: RuleStart): RulesReading {
  const slots: Recurrence[] = []
  for (const rule of rules) {
    const reading = readRule(rule, start)
    if (reading.kind === 'unknown') return reading
    for (const slot of reading.slots) slots.push(slot)
  }
  return {kind: 'slots', slots}
}

function readRule(rule: SourceNode, start: RuleStart): RulesReading {
  const [unknown] = otherFields(rule, ruleFields)
  if (unknown) return {kind: 'unknown', what: unknown.name}
  const frequency = textOf(rule.fields.get('frequency'))?.toLowerCase() ?? ''
  const interval = Number(textOf(rule.fields.get('interval')) ?? '1')
  if (!Number.isInteger(interval) || interval < 1 || interval > 52) {
    return {kind: 'unknown', what: `interval ${interval}`}
  }
  const days = readDays(rule)
  if (days === undefined) return {kind: 'unknown', what: 'by_day'}
  const patterns = patternsOf(frequency, {rule, days, interval, start})
  if (patterns === undefined) return {kind: 'unknown', what: `${frequency} with these fields`}
  const drafts = patterns.flatMap((pattern) =>
    timesOf(rule, start).map((time) => ({
      ...pattern,
      time,
      timeZone: start.timeZone,
      startDate: start.date,
    })),
  )
  return {kind: 'slots', slots: drafts.map((slot) => bounded(slot, rule))}
}

interface RuleParts {
  rule: SourceNode
  days: readonly RuleDay[]
  interval: number
  start: RuleStart
}

type Pattern = Pick<Recurrence, 'frequency' | 'interval' | 'weekdays' | 'monthlyOn' | 'ordinals'>

function patternsOf(
  frequency: string,
  {rule, days, interval, start}: RuleParts,
): Pattern[] | undefined {
  const isDated = days.every(({ordinal}) => ordinal === undefined)
  const has = (field: string) => rule.fields.has(field)
  if (frequency === 'daily' || frequency === 'weekly') {
    if (!isDated || has('by_month_day') || has('by_month')) return undefined
    if (frequency === 'daily' && interval !== 1) return undefined
    const every = frequency === 'daily' ? weekdays : [start.weekday]
    const chosen = days.length > 0 ? days.map(({weekday}) => weekday) : every
    return [{frequency: 'weekly', interval, weekdays: [...new Set(chosen)]}]
  }
  const step = frequency === 'yearly' ? interval * 12 : interval
  if ((frequency !== 'monthly' && frequency !== 'yearly') || step > 52) return undefined
  if (has('by_month') && !isOnlyMonth(rule, start)) return undefined
  const base = {frequency: 'monthly' as const, interval: step}
  if (days.length === 0) {
    const dates = itemsOf(rule, 'by_month_day').map((node) => textOf(node))
    const isStart = dates.every((date) => Number(date) === Number(start.date.slice(8)))
    return isStart ? [{...base, weekdays: [], monthlyOn: 'date'}] : undefined
  }
  if (has('by_month_day')) return undefined
  const ofWeek = Map.groupBy(days, ({ordinal}) => ordinal)
  return [...ofWeek].every(([ordinal]) => ordinal !== undefined)
    ? [...ofWeek].map(([ordinal, each]) => ({
        ...base,
        weekdays: each.map(({weekday}) => weekday),
        monthlyOn: 'weekday',
        ordinals: ordinal === undefined ? [] : [ordinal],
      }))
    : undefined
}

function isOnlyMonth(rule: SourceNode, {date}: RuleStart): boolean {
  const isYearly = textOf(rule.fields.get('frequency'))?.toLowerCase() === 'yearly'
  const months = itemsOf(rule, 'by_month').map((node) => Number(textOf(node)))
  return isYearly && months.length === 1 && months[0] === Number(date.slice(5, 7))
}

interface RuleDay {
  weekday: Weekday
  ordinal: Ordinal | undefined
}

/** Reads `by_day`: `{day = "monday", num = 1}` or `"monday"`. */
function readDays(rule: SourceNode): RuleDay[] | undefined {
  const days = itemsOf(rule, 'by_day').map((node): RuleDay | undefined => {
    const name = (textOf(node.fields.get('day')) ?? textOf(node) ?? '').toLowerCase()
    const weekday = weekdays.find(
      (each) => each.toLowerCase() === name || weekdayNames[each].toLowerCase() === name,
    )
    const num = textOf(node.fields.get('num'))
    const ordinal = ordinals.find((each) => String(each) === num)
    if (weekday === undefined || (num !== undefined && ordinal === undefined)) return undefined
    return {weekday, ordinal}
  })
  return days.every((day) => day !== undefined) ? days : undefined
}

function timesOf(rule: SourceNode, {time}: RuleStart): string[] {
  const pad = (value: string) => value.padStart(2, '0')
  const numbers = (field: string, fallback: string) => {
    const values = itemsOf(rule, field).flatMap((node) => textOf(node) ?? [])
    return values.length > 0 ? values : [fallback]
  }
  return numbers('by_hour', time.slice(0, 2)).flatMap((hour) =>
    numbers('by_minute', time.slice(3)).map((minute) => `${pad(hour)}:${pad(minute)}`),
  )
}

/** Moves the start to the first date, and turns `until` and `count` into the last date. */
function bounded(slot: Recurrence, rule: SourceNode): Recurrence {
  const from = `${dayBefore(slot.startDate)}T00:00:00Z`
  const count = Number(textOf(rule.fields.get('count')) ?? '0')
  const dates = (max: number) =>
    cadenceDates({slots: [slot], exceptions: [], breaks: []}, {from, count: max}).map(
      ({start}) => wallClock(start, slot.timeZone).date,
    )
  const startDate = dates(1)[0] ?? slot.startDate
  const until = endOf(textOf(rule.fields.get('until')), slot)
  const last = count > 0 ? dates(Math.min(count, 1000)).at(-1) : undefined
  const endDate = [until, last].filter((date) => date !== undefined).toSorted()[0]
  return {...slot, startDate, ...(endDate !== undefined && {endDate})}
}

/** A rule that ends at 13:00 does not contain the 17:00 of that day. */
function endOf(until: string | undefined, {time, timeZone}: Recurrence): string | undefined {
  const moment =
    until === undefined ? undefined : momentOf(until, /Z$/i.test(until) ? 'UTC' : timeZone)
  if (moment === undefined || moment.kind === 'no-zone') return undefined
  if (moment.kind === 'day') return moment.date
  const local =
    moment.timeZone === timeZone ? moment : wallClock(`${moment.date}T${moment.time}:00Z`, timeZone)
  return local.time < time ? dayBefore(local.date) : local.date
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
