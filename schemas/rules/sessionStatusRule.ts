import {wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'

/** What is over was held or cancelled; what is to come was not held. The page itself goes by the time. */
export const sessionStatusRule = {
  code: 'status-contradicts-date',
  check: ({schedule, status}, {now}) => {
    const session = scheduleOf(schedule)
    if (!session) return []
    const over = Date.parse(session.end) <= Date.parse(now)
    const {date} = wallClock(session.start, session.timeZone)
    if (over && (status === 'planned' || status === 'confirmed')) {
      const message = `Its date, ${date}, has passed and it is still ${status}: set it to held or cancelled, so that visitors know what became of it.`
      return [{level: 'warning', path: ['status'], message}]
    }
    if (status === 'held' && Date.parse(session.start) > Date.parse(now)) {
      const message = `It is set to held but is still to come, on ${date}: correct its status or its date.`
      return [{level: 'warning', path: ['status'], message}]
    }
    return []
  },
} as const satisfies Rule
