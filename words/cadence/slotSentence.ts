import {weekdayOf, weekdays as allWeekdays} from '@touchpoints/calendar/time'
import type {Ordinal, Recurrence, Weekday} from '@touchpoints/calendar/time'

import type {Words} from '../words.ts'

/** Describes one slot, in lower case: 'every Thursday at 12:00 (London)'. Without its first and last date. */
export function slotSentence(slot: Recurrence, words: Words): string {
  const days = slot.frequency === 'weekly' ? weekly(slot, words) : monthly(slot, words)
  const time = words.dates.wallClock(slot.time)
  return words.say('cadence.at', {days, time, place: words.dates.zonePlace(slot.timeZone)})
}

function weekly({interval, weekdays, weeks, startDate}: Recurrence, words: Words): string {
  const days = words.dates.list(namesOf(weekdays, startDate, words))
  if (weeks === 'odd') return words.say('cadence.oddWeeks', {days})
  if (weeks === 'even') return words.say('cadence.evenWeeks', {days})
  if (interval === 1) return words.say('cadence.weekly', {days})
  return words.say('cadence.everyWeeks', {count: interval, days})
}

function monthly(slot: Recurrence, words: Words): string {
  const {interval, monthlyOn, startDate} = slot
  if (monthlyOn !== 'weekday' && monthlyOn !== 'businessDay') {
    const day = words.say('cadence.monthDay', {day: Number(startDate.slice(8, 10))})
    return interval === 1
      ? words.say('cadence.monthlyDate', {day})
      : words.say('cadence.everyMonthsDate', {count: interval, day})
  }
  const days = daysOfMonth(slot, words)
  // A month has one such day, so "every" would be wrong.
  if (interval === 1 && slot.dayOffset) return words.say('cadence.monthlyShifted', {days})
  return interval === 1
    ? words.say('cadence.monthly', {days})
    : words.say('cadence.everyMonths', {count: interval, days})
}

/** Returns '1st and 3rd Tuesday', 'last business day' or 'Wednesday after the 4th Tuesday'. */
function daysOfMonth(slot: Recurrence, words: Words): string {
  const {dates, say} = words
  const ordinals = dates.list(inOrder(slot.ordinals ?? []).map((each) => say(ordinalKeys[each])))
  if (slot.monthlyOn === 'businessDay') return say('cadence.businessDay', {ordinals})
  const offset = slot.dayOffset ?? 0
  const phrases = chosen(slot.weekdays, slot.startDate).map((weekday) => {
    const day = say('cadence.ordinalDay', {ordinals, weekday: nameOf(weekday, words)})
    if (offset === 0) return day
    const shifted = {weekday: nameOf(shift(weekday, offset), words), day}
    return offset > 0 ? say('cadence.dayAfter', shifted) : say('cadence.dayBefore', shifted)
  })
  return dates.list(phrases)
}

const ordinalKeys = {
  1: 'cadence.first',
  2: 'cadence.second',
  3: 'cadence.third',
  4: 'cadence.fourth',
  5: 'cadence.fifth',
  [-1]: 'cadence.last',
  [-2]: 'cadence.secondLast',
  [-3]: 'cadence.thirdLast',
} as const satisfies Record<Ordinal, string>

/** From the first of the month to the last: 1, 2, …, -2, -1. */
function inOrder(ordinals: readonly Ordinal[]): Ordinal[] {
  const position = (ordinal: Ordinal) => (ordinal > 0 ? ordinal : 10 + ordinal)
  return ordinals.toSorted((a, b) => position(a) - position(b))
}

/** Returns each weekday once, in the order of the week. */
function chosen(weekdays: readonly Weekday[], startDate: string): Weekday[] {
  const all = weekdays.length > 0 ? weekdays : [weekdayOf(startDate)]
  return allWeekdays.filter((day) => all.includes(day))
}

function namesOf(weekdays: readonly Weekday[], startDate: string, words: Words): string[] {
  return chosen(weekdays, startDate).map((weekday) => nameOf(weekday, words))
}

function nameOf(weekday: Weekday, {dates, language}: Words): string {
  // 每周四, not 每星期四: the short name is the one that follows 每 in Chinese.
  const style = language === 'zh' ? 'short' : 'long'
  return dates.weekdayNames(style)[allWeekdays.indexOf(weekday)] ?? weekday
}

function shift(weekday: Weekday, days: number): Weekday {
  return allWeekdays[(allWeekdays.indexOf(weekday) + days + 7) % 7] ?? weekday
}
