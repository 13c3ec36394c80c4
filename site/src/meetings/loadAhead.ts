import type {Loader} from 'touchpoints'
import {publishEvents} from 'touchpoints/feeds'

import {feedDays} from '../calendar/feedWindow.ts'
import {recordFacts} from '../http/pageFacts.ts'
import {addDays} from '@touchpoints/words/dates'
import {loadPageIn} from './loadPage.ts'
import {type OwnMeeting, ownMeetings} from './ownMeetings.ts'
import type {RequestView} from './requestView.ts'

/** Maximum number of events. A group with a daily call has 184 of them. */
const maxEvents = 2000

/**
 * Loads the next dates of every series and group. The month that the calendar shows can be a past one, and
 * ends before the next date of a series that meets each quarter.
 */
export async function loadAhead(
  loader: Loader,
  view: RequestView,
  timeZone: string,
): Promise<OwnMeeting[]> {
  const today = view.now.slice(0, 10)
  const window = {
    from: `${addDays(today, -1)}T00:00:00Z`,
    to: `${addDays(today, feedDays.ahead)}T00:00:00Z`,
  }
  const page = await loadPageIn(loader, view, window)
  const events = await loader.events({page: page.data, timeZone, limit: maxEvents})
  recordFacts(view, page, [events.nextChangeAt])
  const {series, workingGroups} = page.data
  const documents = {touchpoints: page.data.window.touchpoints, series, workingGroups}
  const published = publishEvents(events.data, documents)
  return ownMeetings({
    events: events.data,
    published: new Map(published.map((event) => [event.id, event])),
    meetings: page.data,
    now: view.now,
  })
}
