import type {Events, Loader, Problem} from 'touchpoints'
import {type PublishedEvent, publishEvents} from 'touchpoints/feeds'

import {calendarWindow, type CalendarWindow, windowToAsk} from '../calendar/calendarWindow.ts'
import {communityZone} from './communityZone.ts'
import type {Meetings} from './pageContent.ts'
import {publishedPage} from './publishedPages.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** What a page is made from. */
export type MeetingsAnswer =
  | {
      kind: 'meetings'
      meetings: Meetings
      events: Events['data']
      /** The same events as strangers may see them, by id: no link to join what is for members. */
      published: ReadonlyMap<string, PublishedEvent>
      window: CalendarWindow
      /** The zone shown, and the one shown when a visitor has not chosen. */
      timeZone: string
      communityZone: string
      nextChangeAt?: string
      problems: Problem[]
      syncTags: string[]
    }
  | Unreachable

/** How many past touchpoints the page lists; its count tells of the rest. */
const pastShown = 60

/** Everything one page shows: one query, and the feeds as they were last read. */
export async function loadMeetings(loader: Loader, view: RequestView): Promise<MeetingsAnswer> {
  try {
    const window = windowToAsk(view.now, view.month)
    const options = {now: view.now, past: pastShown, window}
    const page = view.preview
      ? await loader.meetingsPage(options)
      : await publishedPage(loader, options)
    const home = communityZone(page.data)
    const timeZone = view.zone ?? home
    const events = await loader.events({page: page.data, timeZone})
    const {series, workingGroups} = page.data
    const documents = {touchpoints: page.data.window.touchpoints, series, workingGroups}
    const published = publishEvents(events.data, documents)
    return {
      kind: 'meetings',
      meetings: page.data,
      events: events.data,
      published: new Map(published.map((event) => [event.id, event])),
      window: calendarWindow(view.now, timeZone, view.month),
      timeZone,
      communityZone: home,
      ...(events.nextChangeAt && {nextChangeAt: events.nextChangeAt}),
      problems: [...page.problems, ...events.problems],
      syncTags: page.syncTags,
    }
  } catch (error) {
    return unreachable(error)
  }
}
