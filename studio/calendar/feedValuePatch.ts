import {parseInstant} from '@touchpoints/calendar/formats'

/**
 * Returns the patch that sets a touchpoint's field to the value of a feed, or undefined if a touchpoint
 * can't hold the value.
 *
 * @param field - field name of the disagreement
 * @example feedValuePatch('length', '45 minutes') // {'schedule.minutes': 45}
 */
export function feedValuePatch(field: string, value: string): Record<string, unknown> | undefined {
  if (field === 'title') return {title: value.trim().slice(0, 200)}
  // A session needs an instant, which an all-day or floating start doesn't have.
  if (field === 'start')
    return parseInstant(value) !== undefined ? {'schedule.start': value} : undefined
  if (field === 'joinUrl') return {'links.join': value}
  if (field === 'length') {
    const minutes = Number.parseInt(value, 10)
    return minutes >= 1 && minutes <= 1440 ? {'schedule.minutes': minutes} : undefined
  }
  if (field !== 'status') return undefined
  if (value === 'confirmed') return {status: 'confirmed'}
  // A calendar has no reason. The editor can replace this one.
  return value === 'cancelled'
    ? {status: 'cancelled', cancelReason: 'Canceled in the calendar'}
    : undefined
}
