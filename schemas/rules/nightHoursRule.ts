import {type Region, regionZones, wallClock} from '@touchpoints/calendar/time'

import type {Rule} from './finding.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {seriesQuestion} from '../reading/seriesQuestion.ts'

/**
 * A session is by day in each region its series serves: from 07:00 to 22:00. The slots of an edition
 * share the regions among them, so each of them alone is not measured.
 */
export const nightHoursRule = {
  code: 'night-hours',
  asks: (document) => (document['edition'] ? undefined : seriesQuestion(document)),
  check: ({schedule, edition, status}, {others: [series]}) => {
    const session = scheduleOf(schedule)
    if (!session || edition || status === 'cancelled') return []
    return regionsOf(series?.['regions']).flatMap((region) => {
      const zone = regionZones[region]
      const {time} = wallClock(session.start, zone)
      if (time >= '07:00' && time < '22:00') return []
      const message = `It starts at ${time} in ${region} (${zone}), a region its series serves: choose another hour, or a series for other regions.`
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
