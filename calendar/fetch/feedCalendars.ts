import type {CalendarReader} from '../calendarReader.ts'
import {fetchCalendars, type FetchOptions} from './fetchCalendar.ts'
import {requireFetchOptions} from './fetchOptionNames.ts'
import {feedSource} from '../merge/feedSource.ts'
import type {EventSource} from '../merge/sources.ts'
import {mergeEvents} from '../merge/mergeEvents.ts'

/**
 * Creates a `CalendarReader` for Node: it reads the feeds and merges them with touchpoints and
 * cadences.
 *
 * Pass it to the loader to use `events()`.
 *
 * @param options - options of `fetchCalendar`. `now` is the clock for the age of copies, not the
 *   current time of a page.
 * @throws RangeError for an option that does not exist
 * @example
 * createLoader({client, calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')})})
 */
export function feedCalendars(options: FetchOptions = {}): CalendarReader {
  requireFetchOptions('feedCalendars', options)
  return async ({feeds, touchpoints, cadences, decisions = [], ...window}) => {
    const addresses = feeds.map(({id, feedUrl}) => ({id, url: feedUrl}))
    const fetched = await fetchCalendars(addresses, options)
    const read = fetched.flatMap((result, index) => {
      const feed = feeds[index]
      return feed ? [{feed, result}] : []
    })
    const sources: EventSource[] = [
      ...read.map(({feed, result}) => feedSource(feed, result)),
      {kind: 'touchpoints', touchpoints},
      {kind: 'cadences', cadences},
      {kind: 'decisions', decisions},
    ]
    const reports = read.map(({feed: {id, title}, result: {health}}) => ({id, title, health}))
    return {...mergeEvents(sources, window), feeds: reports}
  }
}
