import {wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {textOf} from '../reading/stored.ts'

const dayInMilliseconds = 86_400_000

/** Reports a session at the same time as another one. Their audience can't attend both. */
export const overlapRule = {
  code: 'overlapping-touchpoints',
  query: ({schedule, status}) => {
    const session = scheduleOf(schedule)
    if (!session || status === 'cancelled') return undefined
    // A session is at most a day long, so one that is still running began within the day before.
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
      const message = `“${textOf(other['title']) ?? other._id}” takes place at the same time, from ${time} (${session.timeZone}). Nobody can attend both. Move one, or ignore this warning if it is intended.`
      return [{level: 'warning' as const, path: ['schedule'], message}]
    })
  },
} as const satisfies Rule
