import {parseInstant} from '@touchpoints/calendar/formats'

/**
 * The patch that gives a touchpoint the value of a feed, where they differ; undefined for what a
 * touchpoint does not hold.
 *
 * @param field - as the disagreement names it
 * @example takeValue('length', '45 minutes') // {'schedule.minutes': 45}
 */
export function takeValue(field: string, value: string): Record<string, unknown> | undefined {
  if (field === 'title') return {title: value.trim().slice(0, 200)}
  // An all-day or floating start names no instant, and a session needs one.
  if (field === 'start')
    return parseInstant(value) !== undefined ? {'schedule.start': value} : undefined
  if (field === 'joinUrl') return {'links.join': value}
  if (field === 'length') {
    const minutes = Number.parseInt(value, 10)
    return minutes >= 1 && minutes <= 1440 ? {'schedule.minutes': minutes} : undefined
  }
  if (field !== 'status') return undefined
  if (value === 'confirmed') return {status: 'confirmed'}
  // Visitors read why; the calendar does not say, so the editor is told where to add it.
  return value === 'cancelled'
    ? {status: 'cancelled', cancelReason: 'Cancelled in the calendar'}
    : undefined
}
