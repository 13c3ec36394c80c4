import type {Cadence, CadenceBreak, Recurrence} from '@touchpoints/calendar/time'

import type {Words} from '../words.ts'
import {areInTurn} from './areInTurn.ts'
import {slotSentence} from './slotSentence.ts'

export interface CadenceSentenceOptions {
  /** `YYYY-MM-DD`. Leaves out slots and breaks that are over. Defaults to all of them. */
  today?: string
  /**
   * Returns the next date of a slot, `YYYY-MM-DD`. With it, the sentence says from when each of several slots
   * counts that do not meet every week or month: the words alone do not say which one comes first.
   */
  firstDateOf?: (slot: Recurrence) => string | undefined
}

/**
 * Describes a cadence in one sentence, and its breaks in a second one.
 *
 * The sentence comes from the same data as the dates, so the two cannot contradict each other. Empty
 * without a slot, and with `today` after the last date.
 *
 * @example
 * cadenceSentence(monthly, wordsIn('en')) // 'Every 1st and 3rd Tuesday of the month at 16:00 (Berlin)'
 * cadenceSentence(alternating, wordsIn('en'))
 * // 'In turn: every 2 weeks on Thursday at 09:00 (London); every 2 weeks on Thursday at 17:00 (London)'
 */
export function cadenceSentence(
  {slots, breaks}: Pick<Cadence, 'slots' | 'breaks'>,
  words: Words,
  {today, firstDateOf}: CadenceSentenceOptions = {},
): string {
  const current = slots.filter(({endDate}) => !today || !endDate || endDate >= today)
  if (current.length === 0) return ''
  const nextOf = (slot: Recurrence) =>
    current.length > 1 && slot.interval > 1 ? firstDateOf?.(slot) : undefined
  const texts = current.map((slot) => datedSlot(slot, {slots, today, next: nextOf(slot)}, words))
  const joined = texts.join(words.say('cadence.slotSeparator'))
  const slotsText = areInTurn(current) ? words.say('cadence.inTurn', {slots: joined}) : joined
  const pauses = breaks
    .filter(({to}) => !today || to >= today)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((each) => words.start(breakText(each, words)))
  return [words.start(slotsText), ...pauses].join(words.say('cadence.sentenceSeparator'))
}

interface SlotContext {
  slots: readonly Recurrence[]
  today: string | undefined
  /** Date to write after the slot, `YYYY-MM-DD`. */
  next: string | undefined
}

/** Writes a slot with its end, and with its start if it is ahead or another slot comes before it. */
function datedSlot(slot: Recurrence, {slots, today, next}: SlotContext, words: Words): string {
  const {startDate, endDate} = slot
  const {dateName} = words.dates
  const days = slotSentence(slot, words)
  const text = next ? words.say('cadence.starting', {slot: days, date: dateName(next)}) : days
  const ending = endDate ? words.say('cadence.until', {slot: text, date: dateName(endDate)}) : text
  const follows = slots.some((other) => other.endDate && other.endDate < startDate)
  const startsLater = today ? startDate > today : follows
  return startsLater && !next
    ? words.say('cadence.from', {date: dateName(startDate), slot: ending})
    : ending
}

function breakText({from, to, reason}: CadenceBreak, words: Words): string {
  const {dateName} = words.dates
  const text =
    from === to
      ? words.say('cadence.breakDay', {date: dateName(from)})
      : words.say('cadence.break', {from: dateName(from), to: dateName(to)})
  return withReason(text, reason, words)
}

/**
 * Lists the dates that are off or moved, one text each.
 *
 * @example
 * cadenceChanges(cadence, wordsIn('en'), {today: '2025-12-01'})
 * // ['Does not take place on 25 December 2025 (Holidays)']
 */
export function cadenceChanges(
  {exceptions}: Pick<Cadence, 'exceptions'>,
  words: Words,
  {today}: CadenceSentenceOptions = {},
): string[] {
  return exceptions
    .filter((each) => !today || (each.kind === 'moved' ? each.toDate : each.date) >= today)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((each) => {
      const date = dayText(each.date, each.time, words)
      const text =
        each.kind === 'skipped'
          ? words.say('cadence.skipped', {date})
          : words.say('cadence.moved', {date, toDate: dayText(each.toDate, each.toTime, words)})
      return words.start(withReason(text, each.reason, words))
    })
}

function dayText(date: string, time: string | null | undefined, {dates, say}: Words): string {
  const day = dates.dateName(date)
  return time ? say('cadence.dateTime', {date: day, time: dates.wallClock(time)}) : day
}

function withReason(text: string, reason: string | null | undefined, words: Words): string {
  return reason ? words.say('cadence.reason', {text, reason}) : text
}
