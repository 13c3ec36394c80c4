import {Temporal} from 'temporal-polyfill'
import {weekdayNames} from '../time/weekdayNames.ts'
import type {BoundsRead} from './boundsOf.ts'
import {editWords, type Edit, type Question} from './question.ts'
import type {RuleRead} from './ruleOf.ts'
import type {SlotPlan} from './slotPlan.ts'
import {upcomingDates, type DateRule} from './upcomingDates.ts'
import {readableDate} from './writtenDate.ts'

interface OpenSlot {
  plan: SlotPlan
  slot: number
  rule: RuleRead
  bounds: BoundsRead
}

/** More weeks or months than this are no choice, but a date to write. */
const maxChoices = 6

/** Asks in which weeks or months a slot meets: one choice for each of the next dates. */
export function askWeeks({plan, slot, bounds}: OpenSlot, words: string, today: string): Question {
  const {rule} = bounds
  const every = {...rule, interval: 1, startDate: today}
  const dates = rule.interval > maxChoices ? [] : upcomingDates(every, today, datesIn(rule))
  const weekly = rule.frequency === 'weekly'
  const days = rule.weekdays.map((each) => weekdayNames[each]).join(' and ')
  const message = weekly
    ? `In which weeks? The words name no first date for every ${rule.interval} weeks${days ? ` on ${days}` : ''}.`
    : `In which months? The words name no first month for every ${rule.interval} months.`
  const firstOfWeeks = weekly
    ? dates.filter((_, index) => index % Math.max(rule.weekdays.length, 1) === 0)
    : dates
  const choices = firstOfWeeks.map((date) => ({
    label: `From ${readableDate(date)}`,
    words: editWords(words, [anchorEdit(plan, date)]),
  }))
  return {code: 'which-weeks', slot, field: 'startDate', message, choices}
}

function datesIn({interval, weekdays, frequency, ordinals}: DateRule): number {
  if (frequency === 'weekly') return interval * Math.max(weekdays.length, 1)
  return interval * Math.max(ordinals?.length ?? 1, 1)
}

function anchorEdit({insertAt}: SlotPlan, date: string): Edit {
  return {start: insertAt, end: insertAt, text: ` counted from ${readableDate(date)}`}
}

/**
 * Asks which of several slots is first.
 *
 * Each choice gives every slot a date, so that one slot follows the other.
 */
export function askTurns(read: readonly OpenSlot[], words: string, today: string): Question {
  const [first] = read
  const interval = first?.bounds.rule.interval ?? 1
  const weekly = first?.bounds.rule.frequency === 'weekly'
  const step = Math.max(1, Math.floor(interval / read.length))
  const bounds = [...new Set(read.flatMap(({plan}) => plan.draft.anchor ?? []))]
  const [anchor] = bounds
  const from =
    anchor && read.every(({plan}) => plan.draft.anchor === anchor)
      ? read[0]?.bounds.rule.startDate
      : undefined
  const removed = bounds.map(({start, end}) => ({start: beforeComma(words, start), end, text: ''}))
  const base = from ?? today
  const starts = Array.from({length: read.length * step}, (_, index) => index)
  const choices = starts.slice(0, maxChoices).map((shift) => {
    const dates = read.map(({bounds: {rule}}, index) => {
      const turn = (index * step + shift) % (read.length * step)
      const start = weekly
        ? later(base, {weeks: turn})
        : turn === 0
          ? base
          : later(firstOfMonth(base), {months: turn})
      return upcomingDates({...rule, interval: 1, startDate: start}, start, 1)[0] ?? start
    })
    const edits = read.map(({plan}, index) => anchorEdit(plan, dates[index] ?? base))
    const label = read.map(
      ({plan}, index) => `${plan.time?.time ?? ''} from ${readableDate(dates[index] ?? base)}`,
    )
    return {label: label.join(', '), words: editWords(words, [...edits, ...removed])}
  })
  const message = 'The slots take turns, and no date says which one is first.'
  // A bound between two slots would move the text around it.
  return {code: 'turn-order', message, choices: bounds.length > 1 ? [] : choices}
}

function beforeComma(words: string, start: number): number {
  return /, ?$/.test(words.slice(0, start)) ? words.lastIndexOf(',', start) : start
}

function later(date: string, duration: {weeks?: number; months?: number}): string {
  return Temporal.PlainDate.from(date).add(duration).toString()
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`
}
