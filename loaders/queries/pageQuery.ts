import {calendarDecisionView} from '../views/calendarDecision.ts'
import {meetingsPageView} from '../views/meetingsPage.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {countQuery, documentsQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {seriesWithNextQuery} from './seriesWithNext.ts'
import {inWindow, notOver, over, undated, type Condition} from './touchpointConditions.ts'

/** Limits for the lists that grow without bound. */
export interface PageLimits {
  upcoming: number
  past: number
  recordings: number
  /** Document types to return as stored, too, for rules. */
  stored?: readonly string[]
}

const soonest = 'schedule.start asc'

/**
 * Returns one query for the meetings page and everything on it. Parameters: `$now`, `$dayBefore`,
 * `$from`, `$to` and `$dayBeforeFrom`, see touchpointConditions.ts.
 */
export function pageQuery(limits: PageLimits): string {
  const page = documentsQuery({
    type: 'meetingsPage',
    view: meetingsPageView,
    slice: {offset: 0, limit: 1},
  })
  const parts = {
    page,
    pageTotal: countQuery({type: 'meetingsPage'}),
    series: seriesWithNextQuery,
    upcoming: touchpoints(notOver, soonest, limits.upcoming),
    upcomingTotal: countTouchpoints(notOver),
    past: touchpoints(over, 'schedule.start desc', limits.past),
    pastTotal: countTouchpoints(over),
    inWindow: touchpoints(inWindow, soonest),
    undated: documentsQuery({
      type: 'touchpoint',
      view: touchpointView,
      where: [undated],
      slice: {offset: 0, limit: 100},
    }),
    recordings: listQuery('recording', {offset: 0, limit: limits.recordings}),
    recordingsTotal: countQuery({type: 'recording'}),
    workingGroups: listQuery('workingGroup'),
    calendars: listQuery('calendar'),
    decisions: documentsQuery({type: 'calendarDecision', view: calendarDecisionView}),
    ...(limits.stored && {stored: `*[_type in ${JSON.stringify(limits.stored)}]`}),
  }
  const properties = Object.entries(parts).map(([name, query]) => `"${name}":${query}`)
  return `{${properties.join(',')}}`
}

function touchpoints({indexed, computed}: Condition, order: string, limit?: number): string {
  return documentsQuery({
    type: 'touchpoint',
    view: touchpointView,
    where: [indexed],
    thenWhere: [computed],
    order,
    ...(limit !== undefined && {slice: {offset: 0, limit}}),
  })
}

function countTouchpoints({indexed, computed}: Condition): string {
  return countQuery({type: 'touchpoint', where: [indexed], thenWhere: [computed]})
}
