import {wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {textOf} from '../reading/stored.ts'

const dayInMilliseconds = 86_400_000

/** Two sessions at one time share their audience. */
export const overlapRule = {
  code: 'overlapping-touchpoints',
  asks: ({schedule, status}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled') return undefined
    // A session is a day long at most, so who is still going on began within a day before.
    const from = new Date(Date.parse(session.start) - dayInMilliseconds).toISOString()
    return {by: 'start', from, to: session.end}
  },
  check: ({schedule}, {others}) => {
    const session = scheduleOf(schedule)
    if (!session) return []
    return others.flatMap((other) => {
      const its = scheduleOf(other['schedule'])
      if (!its || other['status'] === 'cancelled') return []
      const overlaps =
        Date.parse(its.start) < Date.parse(session.end) &&
        Date.parse(its.end) > Date.parse(session.start)
      if (!overlaps) return []
      const {time} = wallClock(its.start, session.timeZone)
      const message = `“${textOf(other['title']) ?? other._id}” takes place at the same time, from ${time} (${session.timeZone}): nobody can be at both, so move one unless that is meant.`
      return [{level: 'warning' as const, path: ['schedule'], message}]
    })
  },
} as const satisfies Rule
