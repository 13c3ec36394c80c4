import {calendarDecisionView} from '../views/calendarDecision.ts'
import {communityView} from '../views/community.ts'
import {seriesView} from '../views/series.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {documentsQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {inWindow} from './touchpointConditions.ts'

/** Returns one query for everything that events are made from. Parameters: `$from`, `$to`, `$dayBeforeFrom`. */
export function eventsQuery(language?: string): string {
  const parts = {
    community: documentsQuery({
      type: 'community',
      view: communityView,
      language,
      slice: {offset: 0, limit: 1},
    }),
    calendars: listQuery('calendar', {language}),
    series: documentsQuery({type: 'series', view: seriesView, language}),
    decisions: documentsQuery({type: 'calendarDecision', view: calendarDecisionView}),
    workingGroups: listQuery('workingGroup', {language}),
    touchpoints: documentsQuery({
      type: 'touchpoint',
      view: touchpointView,
      language,
      where: [inWindow.indexed],
      thenWhere: [inWindow.computed],
    }),
  }
  return `{${Object.entries(parts)
    .map(([name, query]) => `"${name}":${query}`)
    .join(',')}}`
}
