import type {Moment, MomentReading} from '@touchpoints/calendar/rhythm'

/** Length of a session when neither its words nor its series have one. */
export const usualMinutes = 60

/** Returns a moment with the usual length if its words have none. Undefined keeps what the session has. */
export function withLength(moment: Moment, usual: number | undefined): Moment {
  return usual === undefined ? moment : {minutes: usual, ...moment}
}

/**
 * Returns what is stored for a moment, for the editor.
 *
 * @example momentLine(reading, 60) // 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1), 60 min'
 */
export function momentLine(
  {moment, text}: Extract<MomentReading, {kind: 'moment'}>,
  usual: number | undefined,
): string {
  const {minutes} = withLength(moment, usual)
  return minutes === undefined ? text : `${text}, ${minutes} min`
}
