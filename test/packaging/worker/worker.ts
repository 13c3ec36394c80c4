import {mergeEvents, parseCalendar, type CalendarReader} from '@touchpoints/calendar'
import {createLoader} from 'touchpoints'
import {createHandler} from 'touchpoints/http'

interface Bindings {
  LAKE: string
  /** iCalendar text, in place of a feed that the worker would fetch. */
  FEED: string
  NOW: string
}

/** Parses a feed, reads a Content Lake, merges both and answers over HTTP. */
export default {
  fetch(request: Request, {LAKE, FEED, NOW}: Bindings): Promise<Response> {
    const calendars: CalendarReader = async ({touchpoints, cadences, ...window}) => {
      const calendar = parseCalendar(FEED)
      const feed = {id: 'feed', title: calendar.title ?? 'Feed', own: true, calendar}
      return mergeEvents(
        [
          {kind: 'feed', ...feed, problems: []},
          {kind: 'touchpoints', touchpoints},
          {kind: 'cadences', cadences},
        ],
        window,
      )
    }
    const loader = createLoader({
      projectId: 'touchpoints',
      dataset: 'production',
      apiHost: LAKE,
      calendars,
      now: NOW,
    })
    return createHandler({loader, siteUrl: 'https://example.org'})(request)
  },
}
