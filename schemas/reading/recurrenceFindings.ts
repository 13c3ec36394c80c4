import {checkRecurrence} from '@touchpoints/calendar/time'

import type {Finding} from '../rules/finding.ts'
import {recurrenceOf} from './recurrenceOf.ts'

/**
 * Returns the contradictions between the fields of a stored recurrence.
 *
 * Empty if a field is missing or malformed, because the field's own validation reports that.
 */
export function recurrenceFindings(value: unknown, path: string[]): Omit<Finding, 'code'>[] {
  const recurrence = recurrenceOf(value)
  if (!recurrence) return []
  return checkRecurrence(recurrence).map(({field, level, message}) => ({
    level,
    path: [...path, field],
    message: `${message}.`,
  }))
}
