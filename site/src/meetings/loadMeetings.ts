import type {Events, Loader, LoaderResult, Problem} from 'touchpoints'
import {type PublishedEvent, publishEvents} from 'touchpoints/feeds'

import {calendarWindow, type CalendarWindow} from '../calendar/calendarWindow.ts'
import {maxPageEvents} from '../calendar/pageEvents.ts'
import {recordFacts} from '../http/pageFacts.ts'
import {communityZone} from './communityZone.ts'
import {earliest, loadAhead} from './loadAhead.ts'
import type {OwnMeeting} from './ownMeetings.ts'
import type {Meetings} from './pageContent.ts'
import type {RequestView} from './requestView.ts'
import type {Upcoming} from '../whatsOn/upcomingMeetings.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** The data of the meetings page, or the reason why it is unavailable. */
export type MeetingsResult =
  | {
      kind: 'meetings'
      meetings: Meetings
      events: Events['data']
      /** Number of events in the window that are not shown. */
      omitted: number
      /** The next dates of the community and its groups, soonest first. They do not depend on the month that the calendar shows. */
      ahead: readonly OwnMeeting[]
      /** What is on in the next half year. */
      upcoming: readonly Upcoming[]
      /** The public version of these events, by id, without join links for members. */
      published: ReadonlyMap<string, PublishedEvent>
      window: CalendarWindow
      /** IANA id of the zone shown. */
      timeZone: string
      /** IANA id of the zone shown by default. */
      communityZone: string
      nextChangeAt?: string
      problems: Problem[]
      syncTags: string[]
    }
  | Unreachable

/**
 * Loads the calendar of the meetings page from the last copies of the feeds.
 *
 * @param page - the documents of the page
 */
export async function loadMeetings(
  loader: Loader,
  view: RequestView,
  page: LoaderResult<Meetings>,
): Promise<MeetingsResult> {
  try {
    const defaultZone = communityZone(page.data)
    const timeZone = view.zone ?? defaultZone
    const [events, ahead] = await Promise.all([
      loader.events({page: page.data, timeZone, limit: maxPageEvents}),
      loadAhead(loader, view),
    ])
    const {series, workingGroups} = page.data
    const documents = {touchpoints: page.data.window.touchpoints, series, workingGroups}
    recordFacts(view, page, [events.nextChangeAt])
    const published = publishEvents(events.data, documents)
    const nextChangeAt = earliest(view.now, [events.nextChangeAt, ahead.nextChangeAt])
    return {
      kind: 'meetings',
      meetings: page.data,
      events: events.data,
      omitted: events.omitted ?? 0,
      ahead: ahead.dates,
      upcoming: ahead.upcoming,
      published: new Map(published.map((event) => [event.id, event])),
      window: calendarWindow(view.now, timeZone, view.month),
      timeZone,
      communityZone: defaultZone,
      ...(nextChangeAt && {nextChangeAt}),
      problems: [...page.problems, ...events.problems],
      syncTags: page.syncTags,
    }
  } catch (error) {
    return unreachable(error)
  }
}
