import {endOfTime} from './expansion.ts'
import {periodMs} from './periodMs.ts'
import type {Expansion, Starts, StepBudget} from './expansion.ts'
import type {Rule} from './rule.ts'

/** A pattern that repeats every `step` ms from `base`, at the same `offsets` within each step. */
interface Pattern {
  base: number
  step: number
  offsets: number[]
}

const day = 86_400_000
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * Expands rules with evenly spaced starts, or with weekdays of evenly spaced weeks: nine of ten rules
 * in use.
 *
 * It uses arithmetic, 20 ns for each start. rrule-temporal creates a Temporal object for each (1.4 µs).
 * COUNT needs no iteration. A property test compares the two.
 *
 * @returns undefined for any other rule.
 */
export function steppedExpansion(rule: Rule, first: number, until: number): Expansion | undefined {
  const pattern = patternOf(rule, first)
  if (!pattern) return undefined
  const last = Math.min(until, endOfTime, lastByCount(rule, pattern, first))
  return {
    first,
    last,
    between: (from, to, max, budget) =>
      walk(pattern, Math.max(from, first), Math.min(to, last + 1), max, budget),
  }
}

function patternOf({freq, interval, parts, wkst}: Rule, first: number): Pattern | undefined {
  const {byDay, ...others} = parts
  if (Object.keys(others).length > 0 || freq === 'MONTHLY' || freq === 'YEARLY') return undefined
  const step = periodMs[freq] * interval
  if (!byDay) return {base: first, step, offsets: [0]}
  if (freq !== 'WEEKLY') return undefined
  const days = byDay.map((name) => weekdays.findIndex((weekday) => weekday === name))
  if (days.includes(-1)) return undefined
  const weekStart = Math.max(
    0,
    weekdays.findIndex((weekday) => weekday === (wkst ?? 'MO')),
  )
  const sinceWeekStart = (weekday: number): number => (weekday - weekStart + 7) % 7
  const base = first - sinceWeekStart(new Date(first).getUTCDay()) * day
  const offsets = [...new Set(days.map((weekday) => sinceWeekStart(weekday) * day))]
  return {base, step, offsets: offsets.toSorted((a, b) => a - b)}
}

/** DTSTART always counts as the first occurrence (section 3.3.10), even if it does not match the rule. */
function lastByCount(rule: Rule, {base, step, offsets}: Pattern, first: number): number {
  if (rule.count === undefined) return Infinity
  const skipped = offsets.filter((offset) => base + offset < first).length
  const fits = offsets.includes(first - base)
  const ordinal = skipped + rule.count - (fits ? 1 : 2)
  if (ordinal < skipped) return first - 1
  const cycle = Math.floor(ordinal / offsets.length)
  return base + cycle * step + (offsets[ordinal % offsets.length] ?? 0)
}

function walk(
  {base, step, offsets}: Pattern,
  from: number,
  to: number,
  max: number,
  budget: StepBudget,
): Starts {
  const starts: number[] = []
  let at = base + Math.max(0, Math.floor((from - base) / step)) * step
  for (; at < to; at += step) {
    for (const offset of offsets) {
      const start = at + offset
      if (start < from) continue
      if (start >= to) return {starts}
      if (starts.length >= max) return {starts, cut: 'occurrences'}
      if (budget.left-- <= 0) return {starts, cut: 'steps'}
      starts.push(start)
    }
  }
  return {starts}
}
