import type {Views} from '../extension/ownViews.ts'
import {printedOnce} from '../views/printedOnce.ts'
import {countQuery, documentsQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {seriesWithNextQuery} from './seriesWithNext.ts'
import {inWindow, notOver, over, undated, type Condition} from './touchpointConditions.ts'

/** Limits for the lists that grow without bound. */
export interface PageLimits {
  upcoming: number
  past: number
  recordings: number
  /** Language of translated fields. */
  language?: string | undefined
  /** Document types to return as stored, too, for rules. */
  stored?: readonly string[]
}

const soonest = 'schedule.start asc'

/**
 * Returns one query for the meetings page and everything on it. Parameters: `$now`, `$dayBefore`,
 * `$from`, `$to` and `$dayBeforeFrom`, see touchpointConditions.ts.
 */
export function pageQuery(views: Views, limits: PageLimits): string {
  // It is 24 kB, and takes 0.1 ms.
  return printedOnce(views, JSON.stringify(limits), () => printPage(views, limits))
}

function printPage(views: Views, limits: PageLimits): string {
  const {language} = limits
  const first = {language, slice: {offset: 0, limit: 1}}
  const touchpoints = touchpointsIn(views, language)
  const parts = {
    community: documentsQuery({type: 'community', view: views.community, ...first}),
    page: documentsQuery({type: 'meetingsPage', view: views.meetingsPage, ...first}),
    pageTotal: countQuery({type: 'meetingsPage'}),
    series: seriesWithNextQuery(views, language),
    upcoming: touchpoints(notOver, soonest, limits.upcoming),
    upcomingTotal: countTouchpoints(notOver),
    past: touchpoints(over, 'schedule.start desc', limits.past),
    pastTotal: countTouchpoints(over),
    inWindow: touchpoints(inWindow, soonest),
    undated: documentsQuery({
      type: 'touchpoint',
      view: views.touchpoint,
      language,
      where: [undated],
      slice: {offset: 0, limit: 100},
    }),
    recordings: listQuery(views, 'recording', {
      language,
      slice: {offset: 0, limit: limits.recordings},
    }),
    recordingsTotal: countQuery({type: 'recording'}),
    workingGroups: listQuery(views, 'workingGroup', {language}),
    calendars: listQuery(views, 'calendar', {language}),
    decisions: documentsQuery({type: 'calendarDecision', view: views.calendarDecision}),
    ...(limits.stored && {stored: `*[_type in ${JSON.stringify(limits.stored)}]`}),
  }
  const properties = Object.entries(parts).map(([name, query]) => `"${name}":${query}`)
  return `{${properties.join(',')}}`
}

function touchpointsIn(views: Views, language: string | undefined) {
  return ({indexed, computed}: Condition, order: string, limit?: number) =>
    documentsQuery({
      type: 'touchpoint',
      view: views.touchpoint,
      language,
      where: [indexed],
      thenWhere: [computed],
      order,
      ...(limit !== undefined && {slice: {offset: 0, limit}}),
    })
}

function countTouchpoints({indexed, computed}: Condition): string {
  return countQuery({type: 'touchpoint', where: [indexed], thenWhere: [computed]})
}
