import type {CalendarsRequest, CalendarsResult} from '../calendarReader.ts'
import {feedSource} from '../merge/feedSource.ts'
import {mergeEvents} from '../merge/mergeEvents.ts'
import type {EventSource} from '../merge/sources.ts'
import type {CalendarAddress, FetchedCalendar} from './readFeed.ts'

/**
 * Answers a request of the loader: reads its feeds and merges them with its touchpoints and cadences.
 *
 * @param read - returns the calendars in the order of the addresses
 */
export async function mergeFeeds(
  {feeds, touchpoints, cadences, decisions = [], ...window}: Omit<CalendarsRequest, 'signal'>,
  read: (addresses: CalendarAddress[]) => Promise<FetchedCalendar[]>,
): Promise<CalendarsResult> {
  const fetched = await read(feeds.map(({id, feedUrl}) => ({id, url: feedUrl})))
  const results = fetched.flatMap((result, index) => {
    const feed = feeds[index]
    return feed ? [{feed, result}] : []
  })
  const sources: EventSource[] = [
    ...results.map(({feed, result}) => feedSource(feed, result)),
    {kind: 'touchpoints', touchpoints},
    {kind: 'cadences', cadences},
    {kind: 'decisions', decisions},
  ]
  const reports = results.map(({feed: {id, title}, result: {health}}) => ({id, title, health}))
  return {...mergeEvents(sources, window), feeds: reports}
}
