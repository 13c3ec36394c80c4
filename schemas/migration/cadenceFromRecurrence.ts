import {fieldsOf, isFields} from '../reading/stored.ts'
import {present} from './dataset.ts'

/**
 * Turns a recurrence of the previous model into a cadence with one slot. Any other value, such as a
 * cadence, is returned as it is.
 *
 * @example
 * cadenceFromRecurrence({frequency: 'monthly', weekdays: ['TH'], ordinal: 2, …})
 * // {_type: 'cadence', slots: [{frequency: 'monthly', monthlyOn: 'weekday', ordinals: [2], …}]}
 */
export function cadenceFromRecurrence(value: unknown): unknown {
  if (!isRecurrence(value)) return value
  const {ordinal, _key: _, ...rest} = fieldsOf(value)
  const ordinals = typeof ordinal === 'number' ? [ordinal] : undefined
  const slot = present({
    ...rest,
    _type: 'recurrence',
    _key: 'slot',
    monthlyOn: rest['frequency'] === 'monthly' ? monthlyOn(rest['weekdays'], ordinals) : undefined,
    ordinals,
  })
  return {_type: 'cadence', slots: [slot]}
}

/** Returns whether a recurrence of the previous model has its last date before today. */
export function isOver(value: unknown, today: string): boolean {
  const endDate = isRecurrence(value) ? fieldsOf(value)['endDate'] : undefined
  return typeof endDate === 'string' && endDate < today
}

function isRecurrence(value: unknown): boolean {
  return isFields(value) && !('slots' in value) && ('frequency' in value || 'startDate' in value)
}

/** A weekday without a week of the month makes no dates, and stays incomplete. */
function monthlyOn(weekdays: unknown, ordinals: number[] | undefined): 'date' | 'weekday' {
  const hasWeekdays = Array.isArray(weekdays) && weekdays.length > 0
  return hasWeekdays || ordinals ? 'weekday' : 'date'
}
