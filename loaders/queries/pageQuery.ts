import {meetingsPageView} from '../views/meetingsPage.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {countQuery, documentsQuery} from './documentsQuery.ts'
import {calendarsQuery, recordingsQuery, workingGroupsQuery} from './listQueries.ts'
import {seriesWithNextQuery} from './seriesWithNext.ts'
import {inWindow, notOver, over, undated} from './touchpointConditions.ts'

/** How much of what could grow without bound a page takes. */
export interface PageLimits {
  upcoming: number
  past: number
  recordings: number
}

const soonest = 'schedule.start asc'

/**
 * The whole meetings page in one query. Parameters: `$now`, `$dayBefore`, `$from`, `$to` and
 * `$dayBeforeFrom`, see touchpointConditions.ts.
 */
export function pageQuery(limits: PageLimits): string {
  const page = documentsQuery({
    type: 'meetingsPage',
    view: meetingsPageView,
    slice: {offset: 0, limit: 1},
  })
  const parts = {
    page,
    pageTotal: countQuery('meetingsPage'),
    series: seriesWithNextQuery,
    upcoming: touchpoints(notOver, soonest, limits.upcoming),
    upcomingTotal: countQuery('touchpoint', [notOver]),
    past: touchpoints(over, 'schedule.start desc', limits.past),
    pastTotal: countQuery('touchpoint', [over]),
    inWindow: touchpoints(inWindow, soonest),
    undated: touchpoints(undated, soonest, 100),
    recordings: recordingsQuery({offset: 0, limit: limits.recordings}),
    recordingsTotal: countQuery('recording'),
    workingGroups: workingGroupsQuery,
    calendars: calendarsQuery,
  }
  const properties = Object.entries(parts).map(([name, query]) => `"${name}":${query}`)
  return `{${properties.join(',')}}`
}

function touchpoints(where: string, order: string, limit?: number): string {
  return documentsQuery({
    type: 'touchpoint',
    view: touchpointView,
    where: [where],
    order,
    ...(limit !== undefined && {slice: {offset: 0, limit}}),
  })
}
