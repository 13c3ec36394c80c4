import {addMonths} from '@touchpoints/words/dates'

/** Months before and after the current one that a static site has. The server has every month. */
const range = {back: 6, ahead: 12} as const

/**
 * Returns the months of the calendar that a static site has, the first first.
 *
 * @param now - UTC instant
 */
export function calendarMonths(now: string): string[] {
  const current = now.slice(0, 7)
  return Array.from({length: range.back + 1 + range.ahead}, (_, index) =>
    addMonths(current, index - range.back),
  )
}
