import {wallClock} from '@touchpoints/calendar/time'
import {statusWord} from '@touchpoints/words/plain'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'

/**
 * Reports a past session that is still planned or confirmed, and a future session that is held.
 *
 * The page derives "past" and "next" from the time, not from the status.
 */
export const sessionStatusRule = {
  code: 'status-contradicts-date',
  check: ({schedule, status}, {now}) => {
    const session = scheduleOf(schedule)
    if (!session) return []
    const over = Date.parse(session.end) <= Date.parse(now)
    const {date} = wallClock(session.start, session.timeZone)
    if (over && (status === 'planned' || status === 'confirmed')) {
      const message = `The date, ${date}, has passed and the status is still “${word(status)}”. Set it to “${word('held')}” or “${word('cancelled')}”.`
      return [{level: 'warning', path: ['status'], message}]
    }
    if (status === 'held' && Date.parse(session.start) > Date.parse(now)) {
      const message = `The status is “${word('held')}”, but the session is in the future, on ${date}. Correct the status or the date.`
      return [{level: 'warning', path: ['status'], message}]
    }
    return []
  },
} as const satisfies Rule

/** The title of the choice in the Studio. */
function word(status: 'planned' | 'confirmed' | 'cancelled' | 'held'): string {
  return statusWord({language: 'en'}, status)
}
