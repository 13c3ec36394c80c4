import {recurrenceSentence} from '@touchpoints/calendar/time'
import type {Recurrence} from 'touchpoints'

/**
 * How a series meets, in words; nothing for one that meets on demand or whose rhythm has ended.
 *
 * @param now - UTC instant
 */
export function recurrenceWords(cadence: Recurrence | null, now: string): string | undefined {
  if (!cadence) return undefined
  if (cadence.endDate && cadence.endDate < now.slice(0, 10)) return undefined
  return recurrenceSentence(cadence)
}
