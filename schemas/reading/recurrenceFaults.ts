import {checkRecurrence} from '@touchpoints/calendar/time'

import type {Finding} from '../rules/finding.ts'
import {recurrenceOf} from './recurrenceOf.ts'

/** What contradicts itself in a stored recurrence; nothing while its fields have faults of their own. */
export function recurrenceFaults(value: unknown, path: string[]): Omit<Finding, 'code'>[] {
  const recurrence = recurrenceOf(value)
  if (!recurrence) return []
  return checkRecurrence(recurrence).map(({field, level, message}) => ({
    level,
    path: [...path, field],
    message: `${message}.`,
  }))
}
