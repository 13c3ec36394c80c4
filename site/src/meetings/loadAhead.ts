import {addDays} from '@touchpoints/words/dates'
import type {Loader, Problem} from 'touchpoints'
import {publishEvents} from 'touchpoints/feeds'
import {responseCache} from 'touchpoints/preview'

import {feedDays} from '../calendar/feedWindow.ts'
import {type Dependency, recordFacts} from '../http/pageFacts.ts'
import {clock, publishedChanges} from '../preview/previewServer.ts'
import {communityZone} from './communityZone.ts'
import {loadPageIn} from './loadPage.ts'
import {type OwnMeeting, ownMeetings} from './ownMeetings.ts'
import {maxCopyAge} from './publishedPages.ts'
import type {RequestView} from './requestView.ts'
import {type Upcoming, upcomingMeetings} from '../whatsOn/upcomingMeetings.ts'

/** The next dates, and what they depend on. */
export interface Ahead extends Dependency {
  /** Soonest first. */
  dates: readonly OwnMeeting[]
  /** What is on: the same dates and the events of all calendars. */
  upcoming: readonly Upcoming[]
  /** UTC instant at which a meeting starts or ends, or a date changes. */
  nextChangeAt: string | undefined
  /** Problems with the calendars. */
  problems: readonly Problem[]
}

/** Maximum number of events. A group with a daily call has 184 of them. */
const maxEvents = 2000

/** Milliseconds that the dates are kept, because no event reports a new copy of a feed. */
const maxAge = 60_000

const cached = responseCache<Ahead>({changes: publishedChanges, now: clock})

/**
 * Loads the next dates of every series and group, soonest first. The month that the calendar shows can be a
 * past one, and ends before the next date of a series that meets each quarter.
 *
 * They are the same in every zone, so all pages of a language share them.
 */
export async function loadAhead(loader: Loader, view: RequestView): Promise<Ahead> {
  const ahead = view.preview ? await readAhead(loader, view) : await publishedAhead(loader, view)
  recordFacts(view, ahead, [ahead.nextChangeAt])
  return ahead
}

function publishedAhead(loader: Loader, view: RequestView): Promise<Ahead> {
  return cached(`${view.language ?? ''} ${view.now.slice(0, 10)}`, async () => {
    const value = await readAhead(loader, view)
    const change = Date.parse(value.nextChangeAt ?? '') - Date.parse(view.now)
    const longest = value.stale ? maxCopyAge : maxAge
    const until = clock() + (change > 0 ? Math.min(change, longest) : longest)
    return {value, syncTags: value.syncTags, until}
  })
}

async function readAhead(loader: Loader, view: RequestView): Promise<Ahead> {
  const {now} = view
  const today = now.slice(0, 10)
  const window = {
    from: `${addDays(today, -1)}T00:00:00Z`,
    to: `${addDays(today, feedDays.ahead)}T00:00:00Z`,
  }
  const page = await loadPageIn(loader, view, window)
  const timeZone = communityZone(page.data)
  const events = await loader.events({page: page.data, timeZone, limit: maxEvents})
  const {series, workingGroups} = page.data
  const documents = {touchpoints: page.data.window.touchpoints, series, workingGroups}
  const published = new Map(publishEvents(events.data, documents).map((event) => [event.id, event]))
  const dates = ownMeetings({events: events.data, published, meetings: page.data, now})
  const upcoming = upcomingMeetings({events: events.data, published, own: dates, now})
  const {syncTags, stale} = page
  const limits = [...dates, ...upcoming].flatMap(({event}) => [event.start, event.end])
  const nextChangeAt = earliest(now, [events.nextChangeAt, ...limits])
  const {problems} = events
  return {dates, upcoming, nextChangeAt, problems, syncTags, ...(stale && {stale})}
}

/** Returns the earliest of some instants after another one. */
function earliest(after: string, instants: readonly (string | undefined)[]): string | undefined {
  return instants
    .filter((each) => each !== undefined)
    .filter((each) => Date.parse(each) > Date.parse(after))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}
