import {recurrenceSentence} from '@touchpoints/calendar/time'
import type {Recurrence} from 'touchpoints'

/**
 * Describes when a series meets. Undefined for a series without a schedule, or after its end date.
 *
 * @param now - UTC instant
 */
export function recurrenceWords(cadence: Recurrence | null, now: string): string | undefined {
  if (!cadence) return undefined
  if (cadence.endDate && cadence.endDate < now.slice(0, 10)) return undefined
  return recurrenceSentence(cadence)
}
