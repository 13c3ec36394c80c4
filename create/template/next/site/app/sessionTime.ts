import type {Words} from '@touchpoints/words'
import type {Touchpoint} from 'touchpoints'

/** Returns the day and time of a session in the zone of its organizers. */
export function sessionTime({schedule}: Touchpoint, words: Words): string {
  const {start, end, timeZone} = schedule
  const {longDay, clockRange, zoneName} = words.dates
  return `${longDay(start, timeZone)}, ${clockRange(start, end, timeZone)}, ${zoneName(start, timeZone)}`
}
