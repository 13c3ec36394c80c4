import {dayOf} from './calendarDays.ts'
import type {Recurrence} from './recurrence.ts'
import {slotDays} from './slotDays.ts'

/** After the last start or end date, the days of slots repeat. Ten years have two rounds of the longest interval. */
const horizonDays = 3660

/**
 * Returns the indexes of slots that add no date, because other slots have all of their dates. Of two slots with the
 * same dates, it is the later one.
 *
 * Only slots with the same time and time zone are compared: two zones rarely keep the same clock.
 */
export function coveredSlots(slots: readonly Recurrence[]): number[] {
  const limits = slots.flatMap(({startDate, endDate}) => [
    dayOf(startDate),
    ...(endDate ? [dayOf(endDate)] : []),
  ])
  const to = limits.reduce((latest, day) => Math.max(latest, day), -Infinity) + horizonDays
  const kept = new Set(slots.keys())
  for (const [index, slot] of [...slots.entries()].toReversed()) {
    const others = slots.filter(
      (other, position) =>
        position !== index &&
        kept.has(position) &&
        other.time === slot.time &&
        other.timeZone === slot.timeZone,
    )
    if (others.length > 0 && isCovered(slot, others, to)) kept.delete(index)
  }
  return [...slots.keys()].filter((index) => !kept.has(index))
}

function isCovered(slot: Recurrence, others: readonly Recurrence[], to: number): boolean {
  const from = dayOf(slot.startDate)
  const days = new Set(others.flatMap((other) => [...slotDays(other, from, to)]))
  for (const day of slotDays(slot, from, to)) {
    if (!days.has(day)) return false
  }
  return true
}
