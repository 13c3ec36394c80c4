import {
  dayOf,
  firstOfMonth,
  isoWeekOf,
  lastDay,
  mondayOf,
  monthOf,
  positionInWeek,
} from './calendarDays.ts'
import {isCalendarDate} from './isCalendarDate.ts'
import {weekdays as allWeekdays, type Ordinal, type Recurrence} from './recurrence.ts'

/**
 * Yields the days on which a slot meets, in order, as numbers of `calendarDays.ts`. Its time and zone don't
 * matter here.
 *
 * `rrule-temporal` can't do this: no rule of RFC 5545 says "the Wednesday after the 4th Tuesday", and it
 * throws after 10,000 steps when a rule has no date. A property test compares the two. Without it,
 * `@touchpoints/calendar/time` is 26 kB instead of 74 kB.
 *
 * @param from - The first day to yield. Nothing before it is computed.
 * @param to - The last day to yield.
 */
export function* slotDays(slot: Recurrence, from: number, to: number = lastDay): Generator<number> {
  const first = Math.max(from, dayOf(slot.startDate))
  const last = Math.min(to, slot.endDate ? dayOf(slot.endDate) : lastDay, lastDay)
  if (first > last) return
  for (const day of slot.frequency === 'weekly'
    ? weekly(slot, first)
    : monthly(slot, first, last)) {
    if (day > last) return
    if (day >= first) yield day
  }
}

function* weekly({startDate, interval, weekdays, weeks}: Recurrence, from: number) {
  const start = dayOf(startDate)
  const step = 7 * interval
  const positions =
    weekdays.length > 0
      ? allWeekdays.flatMap((day, position) => (weekdays.includes(day) ? [position] : []))
      : [positionInWeek(start)]
  const parity = weeks ? (weeks === 'odd' ? 1 : 0) : undefined
  const anchor = mondayOf(start)
  const skipped = Math.floor((mondayOf(from) - anchor) / step)
  // The number of a week needs the calendar, which ends with the last day.
  for (let monday = anchor + skipped * step; monday + 6 <= lastDay; monday += step) {
    if (parity !== undefined && isoWeekOf(monday) % 2 !== parity) continue
    for (const position of positions) yield monday + position
  }
}

/** The calendar repeats itself after 400 years. */
const monthsOfCycle = 4800
const lastMonth = monthOf(lastDay)

function* monthly(slot: Recurrence, from: number, to: number) {
  const {startDate, interval} = slot
  const offset = slot.dayOffset ?? 0
  // Intervals are counted from the month of the weekday, which the offset may leave.
  const anchor = monthOf(dayOf(startDate) - offset)
  const skipped = Math.max(0, Math.floor((monthOf(from - offset) - anchor) / interval))
  // The months without a date since the last one. One that comes again ends a cycle without any date.
  const fruitless = new Set<number>()
  for (let month = anchor + skipped * interval; month < lastMonth; month += interval) {
    const first = firstOfMonth(month)
    if (first + offset > to || fruitless.has(month % monthsOfCycle)) return
    const days = daysOfMonth(slot, first, firstOfMonth(month + 1))
    if (days.length > 0) fruitless.clear()
    else fruitless.add(month % monthsOfCycle)
    for (const day of days) yield day + offset
  }
}

/** Returns whether a slot meets on a date by its rhythm, without exceptions and breaks. */
export function meetsOn(slot: Recurrence, date: string): boolean {
  if (!isCalendarDate(date)) return false
  const [day] = slotDays(slot, dayOf(date), dayOf(date))
  return day !== undefined
}

function daysOfMonth(slot: Recurrence, first: number, next: number): number[] {
  const ordinals = slot.ordinals ?? []
  switch (slot.monthlyOn) {
    case 'weekday':
      return sorted(
        slot.weekdays.flatMap((weekday) => {
          const position = allWeekdays.indexOf(weekday)
          const earliest = first + ((position - positionInWeek(first) + 7) % 7)
          return pick(range(earliest, next, 7), ordinals)
        }),
      )
    case 'businessDay':
      return sorted(
        pick(
          range(first, next, 1).filter((day) => positionInWeek(day) < 5),
          ordinals,
        ),
      )
    case 'date':
    case null:
    case undefined: {
      const day = first + Number(slot.startDate.slice(8, 10)) - 1
      return day < next ? [day] : []
    }
  }
}

function pick(days: readonly number[], ordinals: readonly Ordinal[]): number[] {
  return ordinals.flatMap((ordinal) => days.at(ordinal > 0 ? ordinal - 1 : ordinal) ?? [])
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({length: Math.ceil((to - from) / step)}, (_, index) => from + index * step)
}

function sorted(days: readonly number[]): number[] {
  return [...new Set(days)].toSorted((a, b) => a - b)
}
