import {type Region, regionZones, wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {seriesQuery} from '../reading/seriesQuery.ts'

/**
 * Reports a session that starts before 07:00 or from 22:00 in a region of its series.
 *
 * Sessions of an edition divide the regions between them, so they are not checked.
 */
export const nightHoursRule = {
  code: 'night-hours',
  query: (document) => (document['edition'] ? undefined : seriesQuery(document)),
  check: ({schedule, edition, status}, {others: [series]}) => {
    const session = scheduleOf(schedule)
    if (!session || edition || status === 'cancelled') return []
    return regionsOf(series?.['regions']).flatMap((region) => {
      const zone = regionZones[region]
      const {time} = wallClock(session.start, zone)
      if (time >= '07:00' && time < '22:00') return []
      const message = `The session starts at ${time} in ${region} (${zone}), which is one of the regions of its series. Choose another time, or a series for other regions.`
      return [{level: 'warning' as const, path: ['schedule', 'start'], message}]
    })
  },
} as const satisfies Rule

function regionsOf(value: unknown): Region[] {
  return Array.isArray(value) ? value.filter(isRegion) : []
}

function isRegion(value: unknown): value is Region {
  return typeof value === 'string' && Object.hasOwn(regionZones, value)
}
