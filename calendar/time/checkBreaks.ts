import type {CadenceBreak} from './cadence.ts'
import type {CadenceFault} from './checkCadence.ts'
import {isCalendarDate} from './isCalendarDate.ts'

/**
 * Validates breaks by themselves. A break in which the series would not meet is no fault, because breaks of the
 * community apply to each series.
 */
export function checkBreaks(breaks: readonly CadenceBreak[]): CadenceFault[] {
  return breaks.flatMap(({from, to}, index): CadenceFault[] => {
    const invalid = Object.entries({from, to}).filter(([, date]) => !isCalendarDate(date))
    if (invalid.length > 0) {
      return invalid.map(([field, date]) => ({
        path: ['breaks', index, field],
        level: 'error',
        message: `"${date}" is not a date. Use the format 2025-12-22`,
      }))
    }
    if (to >= from) return []
    const message = `The break ends on ${to}, before it begins on ${from}. Choose a later last day`
    return [{path: ['breaks', index, 'to'], level: 'error', message}]
  })
}
