import {wallClock} from '@touchpoints/calendar/time'
import {type CadenceReading, readCadence} from '@touchpoints/calendar/rhythm'

/**
 * Reads a cadence from an editor's words, counted from the date in the community's zone.
 *
 * @param options.timeZone - IANA id: offered as an answer if the words have no zone
 * @param options.now - UTC instant
 * @example readWords('every Tuesday at 4 pm London time', {timeZone: 'UTC', now}).kind // 'cadence'
 */
export function readWords(words: string, options: {timeZone: string; now: string}): CadenceReading {
  const {timeZone, now} = options
  return readCadence(words, {today: wallClock(now, timeZone).date, timeZone})
}
