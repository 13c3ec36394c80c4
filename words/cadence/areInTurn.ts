import type {Recurrence} from '@touchpoints/calendar/time'

/**
 * Whether slots take turns: all run at the same time, and each meets in weeks or months that the others
 * leave out.
 */
export function areInTurn(slots: readonly Recurrence[]): boolean {
  const [first] = slots
  if (!first || slots.length === 1) return false
  const together = slots.every((slot) =>
    slots.every(({endDate}) => !endDate || endDate >= slot.startDate),
  )
  if (!together) return false
  const alike = slots.every(
    ({frequency, interval}) => frequency === first.frequency && interval === first.interval,
  )
  return alike && new Set(slots.map(turnOf)).size === slots.length
}

/** Returns a text that is different for slots of the same interval in different weeks or months. */
function turnOf({frequency, interval, weeks, startDate}: Recurrence): string {
  if (weeks) return weeks
  const [year = 0, month = 0] = startDate.split('-').map(Number)
  const count = frequency === 'monthly' ? year * 12 + month : weekOf(startDate)
  return String(count % interval)
}

/** Returns the number of the week, which begins on Monday, since the one of 1970-01-01. */
function weekOf(date: string): number {
  const days = Date.parse(date) / 86_400_000
  // 1970-01-01 was a Thursday, the fourth day of its week.
  return Math.floor((days + 3) / 7)
}
