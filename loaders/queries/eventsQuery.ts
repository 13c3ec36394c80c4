import type {Views} from '../extension/ownViews.ts'
import {documentsQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {inWindow} from './touchpointConditions.ts'

/** Returns one query for everything that events are made from. Parameters: `$from`, `$to`, `$dayBeforeFrom`. */
export function eventsQuery(views: Views, language?: string): string {
  const parts = {
    community: documentsQuery({
      type: 'community',
      view: views.community,
      language,
      slice: {offset: 0, limit: 1},
    }),
    calendars: listQuery(views, 'calendar', {language}),
    series: documentsQuery({type: 'series', view: views.series, language}),
    decisions: documentsQuery({type: 'calendarDecision', view: views.calendarDecision}),
    workingGroups: listQuery(views, 'workingGroup', {language}),
    touchpoints: documentsQuery({
      type: 'touchpoint',
      view: views.touchpoint,
      language,
      where: [inWindow.indexed],
      thenWhere: [inWindow.computed],
    }),
  }
  return `{${Object.entries(parts)
    .map(([name, query]) => `"${name}":${query}`)
    .join(',')}}`
}
