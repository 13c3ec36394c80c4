import {instantFromWallClock, wallClock} from '@touchpoints/calendar/time'
import {Temporal} from 'temporal-polyfill'

import type {Rule} from './finding.ts'
import {scheduleOf, type Session} from '../reading/scheduleOf.ts'

/** For how many days after a change of the clocks people still come an hour early or late. */
const unsettledDays = 14

/**
 * Where the clocks of a session's zone change shortly before it, or repeat the very hour it starts in.
 *
 * Its instant stays right; what goes wrong are the readers elsewhere, whose clocks change on other days
 * or not at all.
 */
export const clockChangeRule = {
  code: 'clock-change',
  check: ({schedule, status}, {now}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled' || Date.parse(session.start) < Date.parse(now)) return []
    const path = ['schedule', 'start']
    if (isRepeatedHour(session)) {
      const {time} = wallClock(session.start, session.timeZone)
      const message = `On this night ${session.timeZone} has ${time} twice: choose an hour that exists once, for nobody can tell which is meant.`
      return [{level: 'warning', path, message}]
    }
    const change = changeBefore(session, now)
    if (change === undefined) return []
    const message = `The clocks in ${session.timeZone} change on ${change}, shortly before: those elsewhere find it at another hour than they are used to. Say so in the announcement.`
    return [{level: 'warning', path, message}]
  },
} as const satisfies Rule

function isRepeatedHour({start, timeZone}: Session): boolean {
  const {date, time} = wallClock(start, timeZone)
  return instantFromWallClock(date, time, timeZone).kind === 'overlap'
}

function changeBefore({start, timeZone}: Session, now: string): string | undefined {
  const at = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone)
  // `previous` is strictly before, and a session may start at the very change.
  const change = at.add({nanoseconds: 1}).getTimeZoneTransition('previous')
  if (!change) return undefined
  const since = at.epochMilliseconds - change.epochMilliseconds
  if (since > unsettledDays * 86_400_000) return undefined
  return change.epochMilliseconds <= Date.parse(now) ? undefined : change.toPlainDate().toString()
}
