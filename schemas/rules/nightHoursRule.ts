import {instantFromWallClock, type Recurrence, wallClock} from '@touchpoints/calendar/time'

import {cadenceOf} from '../reading/cadenceOf.ts'
import {communityAmong, communityQuery, regionsOf, type Region} from '../reading/community.ts'
import {scheduleOf} from '../reading/scheduleOf.ts'
import {refOf, stringsIn} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a session that starts outside the hours of a region of its series.
 *
 * Sessions of an edition divide the regions between them, so they are not checked. Slots that take turns
 * divide them too: each region needs one slot in its hours.
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
    const inTurn = slotsInTurn(session.start, cadenceOf(series?.['cadence'])?.slots ?? [])
    return regions.flatMap((region) => {
      const {time} = wallClock(session.start, region.timeZone)
      if (isWithin(time, region)) return []
      if (inTurn.some((start) => isWithin(wallClock(start, region.timeZone).time, region)))
        return []
      const message = `The session starts at ${time} in ${region.code} (${region.timeZone}), which is one of the regions of its series. Sessions there start between ${region.from} and ${region.to}. Choose another time, or a series for other regions.`
      return [{level: 'warning' as const, path: ['schedule', 'start'], message}]
    })
  },
} as const satisfies Rule

/**
 * Returns when the other slots start on the day of a session that is at the time of a slot. A slot that
 * ended before, or that begins when this one ends, takes no turns with it.
 */
function slotsInTurn(start: string, slots: readonly Recurrence[]): string[] {
  const {date} = wallClock(start, 'UTC')
  const own = slots.find(({time, timeZone}) => wallClock(start, timeZone).time === time)
  if (!own) return []
  const hasEnded = ({endDate}: Recurrence, day: string) => day > (endDate ?? day)
  return slots.flatMap((slot) => {
    if (slot === own || hasEnded(slot, date) || hasEnded(own, slot.startDate)) return []
    const at = instantFromWallClock(date, slot.time, slot.timeZone)
    return at.kind === 'instant' ? [at.instant] : []
  })
}

/** The hours of a region can end after midnight. */
function isWithin(time: string, {from, to}: Region): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to
}
