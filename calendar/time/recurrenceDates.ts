import {cadenceDates, type DatesRequest} from './cadenceDates.ts'
import type {Recurrence} from './recurrence.ts'

/**
 * Returns the starts of one slot as UTC instants (`2025-01-09T12:00:00Z`), earliest first. `cadenceDates`
 * describes how they are counted.
 *
 * @throws RangeError when a field can't be read, see `checkRecurrence`
 * @example
 * recurrenceDates(thursdays, {from: '2025-03-20T00:00:00Z', count: 2})
 * // ['2025-03-20T12:00:00Z', '2025-03-27T12:00:00Z']
 */
export function recurrenceDates(recurrence: Recurrence, request: DatesRequest): string[] {
  const cadence = {slots: [recurrence], exceptions: [], breaks: []}
  return cadenceDates(cadence, request).map(({start}) => start)
}
