import {wallClock} from '@touchpoints/calendar/time'
import {type CadenceReading, type Question, readCadence} from '@touchpoints/calendar/rhythm'

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

/**
 * Returns the questions to show. A time that is not understood, such as "at 5", is not also missing.
 *
 * @example questionsToShow([noTime, notUnderstood('at 5')]) // [notUnderstood('at 5')]
 */
export function questionsToShow(questions: readonly Question[]): readonly Question[] {
  const mayBeTime = questions.some(
    ({code, message}) => code === 'not-understood' && /\d/.test(message),
  )
  return mayBeTime ? questions.filter(({code}) => code !== 'no-time') : questions
}
