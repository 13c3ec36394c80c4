import {instantFromWallClock, wallClock} from '@touchpoints/calendar/time'
import {Temporal} from 'temporal-polyfill'

import type {Rule} from './finding.ts'
import {scheduleOf, type Session} from '../reading/scheduleOf.ts'

/** Days after a clock change during which people still arrive an hour early or late. */
const adjustmentDays = 14

/**
 * Reports a session shortly after its clocks change, or in an hour that occurs twice.
 *
 * The stored instant is correct in both cases. But elsewhere clocks change on other days or not at all,
 * so people there see the session at an unusual hour.
 */
export const clockChangeRule = {
  code: 'clock-change',
  check: ({schedule, status}, {now}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled' || Date.parse(session.start) < Date.parse(now)) return []
    const path = ['schedule', 'start']
    if (isRepeatedHour(session)) {
      const {time} = wallClock(session.start, session.timeZone)
      const message = `${time} occurs twice in ${session.timeZone} on this night, so the time is ambiguous. Choose a time that occurs once.`
      return [{level: 'warning', path, message}]
    }
    const change = changeBefore(session, now)
    if (change === undefined) return []
    const message = `The clocks in ${session.timeZone} change on ${change}, shortly before this session. For people in other time zones, it starts at another hour than usual. Mention this in the announcement.`
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
  if (since > adjustmentDays * 86_400_000) return undefined
  return change.epochMilliseconds <= Date.parse(now) ? undefined : change.toPlainDate().toString()
}
