import {calendarDecisionView} from '../views/calendarDecision.ts'
import {seriesView} from '../views/series.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {documentsQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {inWindow} from './touchpointConditions.ts'

/** One query for everything that events are made from. Parameters: `$from`, `$to`, `$dayBeforeFrom`. */
export const eventsQuery = `{${[
  `"calendars":${listQuery('calendar')}`,
  `"series":${documentsQuery({type: 'series', view: seriesView})}`,
  `"decisions":${documentsQuery({type: 'calendarDecision', view: calendarDecisionView})}`,
  `"workingGroups":${listQuery('workingGroup')}`,
  `"touchpoints":${documentsQuery({type: 'touchpoint', view: touchpointView, where: [inWindow.indexed], thenWhere: [inWindow.computed]})}`,
].join(',')}}`
