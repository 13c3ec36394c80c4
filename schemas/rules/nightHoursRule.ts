import {wallClock} from '@touchpoints/calendar/time'

import {communityAmong, communityQuery, regionsOf, type Region} from '../reading/community.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {refOf, stringsIn} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a session that starts outside the hours of a region of its series.
 *
 * Sessions of an edition divide the regions between them, so they are not checked.
 */
export const nightHoursRule = {
  code: 'night-hours',
  query: ({edition, series}) => (edition ? undefined : communityQuery(refOf(series))),
  check: ({schedule, edition, status}, {others}) => {
    const session = scheduleOf(schedule)
    if (!session || edition || status === 'cancelled') return []
    const series = others.find(({_type}) => _type === 'series')
    const served = stringsIn(series?.['regions'])
    const regions = regionsOf(communityAmong(others)).filter(({code}) => served.includes(code))
    return regions.flatMap((region) => {
      const {time} = wallClock(session.start, region.timeZone)
      if (isWithin(time, region)) return []
      const message = `The session starts at ${time} in ${region.code} (${region.timeZone}), which is one of the regions of its series. Sessions there start between ${region.from} and ${region.to}. Choose another time, or a series for other regions.`
      return [{level: 'warning' as const, path: ['schedule', 'start'], message}]
    })
  },
} as const satisfies Rule

/** The hours of a region can end after midnight. */
function isWithin(time: string, {from, to}: Region): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to
}
