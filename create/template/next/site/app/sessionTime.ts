import type {Words} from '@touchpoints/words'
import type {Touchpoint} from 'touchpoints'

/** Returns the day and time of a session in the zone of its organizers. */
export function sessionTime({schedule}: Touchpoint, words: Words): string {
  const {start, end, timeZone} = schedule
  return `${words.dates.longDay(start, timeZone)}, ${words.dates.clockRange(start, end, timeZone)}`
}
