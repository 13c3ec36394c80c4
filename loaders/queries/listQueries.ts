import {calendarView} from '../views/calendar.ts'
import {guestView} from '../views/guest.ts'
import {recordingView} from '../views/recording.ts'
import {seriesView} from '../views/series.ts'
import {workingGroupView} from '../views/workingGroup.ts'
import {documentsQuery} from './documentsQuery.ts'

export const seriesQuery = documentsQuery({type: 'series', view: seriesView, order: 'title asc'})

export const guestsQuery = documentsQuery({type: 'guest', view: guestView, order: 'name asc'})

export const workingGroupsQuery = documentsQuery({
  type: 'workingGroup',
  view: workingGroupView,
  order: 'title asc',
})

/** The community's own first. */
export const calendarsQuery = documentsQuery({
  type: 'calendar',
  view: calendarView,
  order: 'ownership == "own" desc,title asc',
})

/** Newest first; those without a date of their own take their session's, the rest come last. */
export function recordingsQuery(slice?: {offset: number; limit: number}): string {
  return documentsQuery({
    type: 'recording',
    view: recordingView,
    order: 'coalesce(date,touchpoint->schedule.start) desc',
    ...(slice && {slice}),
  })
}
