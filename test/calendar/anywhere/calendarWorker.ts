import {explain, mergeEvents, parseCalendar} from '@touchpoints/calendar'
import {plainCalendars} from '@touchpoints/calendar/fetch/plain'

interface Query {
  now: string
  text?: string
}

let now = ''
const calendars = plainCalendars({now: () => new Date(now)})

/** Reads a feed twice: with the plain fetcher, and as text in the body of the request. */
export default {
  async fetch(request: Request): Promise<Response> {
    const query: Query = await request.json()
    now = query.now
    const window = {from: '2024-03-20T00:00:00Z', to: '2024-04-10T00:00:00Z', now}
    const feed = {id: 'feed', title: 'Feed', own: true}
    const read = await calendars({
      feeds: [{...feed, feedUrl: 'webcal://feeds.example/a.ics', titleFilters: []}],
      touchpoints: [],
      cadences: [],
      ...window,
    })
    const {events} = mergeEvents(
      [{kind: 'feed', ...feed, calendar: parseCalendar(query.text ?? '')}],
      window,
    )
    return Response.json({
      fetched: read.events.map(({start}) => start),
      parsed: events.map(({start}) => start),
      sentences: read.events.slice(0, 1).map((event) => explain(event)),
      problems: read.problems,
      states: read.feeds?.map(({health}) => health.state),
    })
  },
}
