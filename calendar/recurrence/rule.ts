import {parseDate} from '../text/values.ts'
import type {WrittenDate} from '../text/values.ts'

export const frequencies = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const
export type Frequency = (typeof frequencies)[number]

/** The BY lists of a rule, which expand or limit its period (RFC 5545 section 3.3.10). */
export interface RuleParts {
  bySecond?: number[]
  byMinute?: number[]
  byHour?: number[]
  byDay?: string[]
  byMonthDay?: number[]
  byYearDay?: number[]
  byWeekNo?: number[]
  byMonth?: number[]
  bySetPos?: number[]
}

/** A valid recurrence rule. */
export interface Rule {
  freq: Frequency
  interval: number
  count?: number
  until?: WrittenDate
  wkst?: string
  /** How to handle February 30 (RFC 7529). Absent means that it is skipped. */
  skip?: 'BACKWARD' | 'FORWARD'
  parts: RuleParts
}

/** A rule, or the reason why it is invalid. `ignored` lists unknown parts. */
export type ParsedRule = {ok: true; rule: Rule; ignored: string[]} | {ok: false; reason: string}

const weekday = /^(?:[+-]?(\d{1,2}))?(?:MO|TU|WE|TH|FR|SA|SU)$/

type NumberPart = Exclude<keyof RuleParts, 'byDay'>

/** Allowed values of each part. `signed` values may be negative (counted from the end) but not 0. */
const numberParts = new Map<string, {part: NumberPart; max: number; signed: boolean; min: number}>([
  ['BYSECOND', {part: 'bySecond', min: 0, max: 60, signed: false}],
  ['BYMINUTE', {part: 'byMinute', min: 0, max: 59, signed: false}],
  ['BYHOUR', {part: 'byHour', min: 0, max: 23, signed: false}],
  ['BYMONTHDAY', {part: 'byMonthDay', min: 1, max: 31, signed: true}],
  ['BYYEARDAY', {part: 'byYearDay', min: 1, max: 366, signed: true}],
  ['BYWEEKNO', {part: 'byWeekNo', min: 1, max: 53, signed: true}],
  ['BYMONTH', {part: 'byMonth', min: 1, max: 12, signed: false}],
  ['BYSETPOS', {part: 'bySetPos', min: 1, max: 366, signed: true}],
])

/**
 * Parses the value of an RRULE (RFC 5545 section 3.3.10).
 *
 * One invalid entry in a list makes the whole rule invalid. Leaving out that entry alone would create a
 * recurrence that nobody wrote.
 */
export function parseRule(value: string): ParsedRule {
  const rule: Partial<Rule> & {parts: RuleParts} = {parts: {}}
  const ignored: string[] = []
  for (const piece of value.split(';')) {
    const text = piece.trim()
    if (text === '') continue
    const equals = text.indexOf('=')
    if (equals < 1) {
      ignored.push(`"${short(text)}"`)
      continue
    }
    const name = text.slice(0, equals).trim().toUpperCase()
    const problem = readPart(
      rule,
      name,
      text
        .slice(equals + 1)
        .trim()
        .toUpperCase(),
      ignored,
    )
    if (problem !== undefined) return {ok: false, reason: problem}
  }
  const {freq, interval = 1, count, until, wkst, skip, parts} = rule
  if (freq === undefined) return {ok: false, reason: 'it has no FREQ'}
  return {ok: true, ignored, rule: {freq, interval, parts, ...defined({count, until, wkst, skip})}}
}

function defined(
  fields: Pick<Rule, 'count' | 'until' | 'wkst' | 'skip'>,
): Pick<Rule, 'count' | 'until' | 'wkst' | 'skip'> {
  const {count, until, wkst, skip} = fields
  return {
    ...(count === undefined ? {} : {count}),
    ...(until === undefined ? {} : {until}),
    ...(wkst === undefined ? {} : {wkst}),
    ...(skip === undefined ? {} : {skip}),
  }
}

/** @returns why the part is invalid, or undefined. */
function readPart(
  rule: Partial<Rule> & {parts: RuleParts},
  name: string,
  value: string,
  ignored: string[],
): string | undefined {
  const wrong = `${name}=${short(value)} is not allowed`
  switch (name) {
    case 'FREQ': {
      rule.freq = frequencies.find((freq) => freq === value)
      return rule.freq === undefined ? wrong : undefined
    }
    case 'INTERVAL':
    case 'COUNT': {
      const number = /^\d{1,15}$/.test(value) ? Number(value) : 0
      if (number < 1) return wrong
      if (name === 'COUNT') rule.count = number
      else rule.interval = number
      return undefined
    }
    case 'UNTIL': {
      rule.until = parseDate(value)
      return rule.until === undefined ? wrong : undefined
    }
    case 'WKST': {
      if (!weekday.test(value) || value.length !== 2) return wrong
      rule.wkst = value
      return undefined
    }
    case 'RSCALE': {
      // Months and days of another calendar would be read as Gregorian ones.
      return value === 'GREGORIAN' ? undefined : wrong
    }
    case 'SKIP': {
      if (value !== 'OMIT' && value !== 'BACKWARD' && value !== 'FORWARD') return wrong
      if (value !== 'OMIT') rule.skip = value
      return undefined
    }
    case 'BYDAY': {
      const days = value.split(',').map((day) => day.trim())
      if (!days.every(isWeekday)) return wrong
      rule.parts.byDay = days
      return undefined
    }
    default: {
      const kind = numberParts.get(name)
      if (!kind) {
        ignored.push(name)
        return undefined
      }
      const numbers = value.split(',').map((entry) => integer(entry.trim()))
      const {min, max, signed} = kind
      const fits = (n: number): boolean => (signed ? Math.abs(n) : n) >= min && Math.abs(n) <= max
      if (!numbers.every((n) => Number.isInteger(n) && fits(n))) return wrong
      rule.parts[kind.part] = numbers
      return undefined
    }
  }
}

function isWeekday(text: string): boolean {
  const match = weekday.exec(text)
  if (!match) return false
  return match[1] === undefined || (Number(match[1]) >= 1 && Number(match[1]) <= 53)
}

function integer(text: string): number {
  return /^[+-]?\d{1,3}$/.test(text) ? Number(text) : Number.NaN
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
