import type {Events, Problem} from 'touchpoints'
import {type PublishedEvent, publishEvents} from 'touchpoints/feeds'

import {calendarWindow, type CalendarWindow} from '../../calendar/calendarWindow.ts'
import {maxPageEvents} from '../../calendar/pageEvents.ts'
import {recordFacts} from '../../http/pageFacts.ts'
import {communityZone} from '../../meetings/communityZone.ts'
import type {PageRequest} from '../pageRequest.ts'

/** The calendar of a month. */
export interface CalendarPage {
  kind: 'calendar'
  events: Events['data']
  /** Number of events in the window that are not shown. */
  omitted: number
  /** The public version of these events, by id, without join links for members. */
  published: ReadonlyMap<string, PublishedEvent>
  window: CalendarWindow
  /** IANA id of the zone shown. */
  timeZone: string
  /** IANA id of the zone shown by default. */
  communityZone: string
  nextChangeAt: string | undefined
  problems: readonly Problem[]
}

/** Loads the events of the month in the address, from the last copies of the feeds. */
export async function loadCalendar({loader, view, documents}: PageRequest): Promise<CalendarPage> {
  const page = documents.data
  const defaultZone = communityZone(page)
  const timeZone = view.zone ?? defaultZone
  const events = await loader.events({page, timeZone, limit: maxPageEvents})
  recordFacts(view, documents, [events.nextChangeAt])
  const {series, window, workingGroups} = page
  const published = publishEvents(events.data, {
    touchpoints: window.touchpoints,
    series,
    workingGroups,
  })
  return {
    kind: 'calendar',
    events: events.data,
    omitted: events.omitted ?? 0,
    published: new Map(published.map((event) => [event.id, event])),
    window: calendarWindow(view.now, timeZone, view.month),
    timeZone,
    communityZone: defaultZone,
    nextChangeAt: events.nextChangeAt,
    problems: [...documents.problems, ...events.problems],
  }
}
