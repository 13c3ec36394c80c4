import type {CalendarReader} from '../calendarReader.ts'
import {fetchCalendars, type FetchOptions} from './fetchCalendar.ts'
import {readerFactory} from '../readerFactory.ts'
import {requireFetchOptions} from './fetchOptionChecks.ts'
import {mergeFeeds} from './mergeFeeds.ts'
import {untilAborted} from './untilAborted.ts'

/**
 * Creates a `CalendarReader` for Node: it reads the feeds and merges them with touchpoints and
 * cadences.
 *
 * Pass it to the loader to use `events()`.
 *
 * @param options - options of `fetchCalendar`. `now` is the clock for the age of copies, not the
 *   current time of a page.
 * @throws OptionError for an option that does not exist, or an invalid value
 * @example
 * createLoader({client, calendars: feedCalendars({cache: fileCache('.touchpoints/feeds')})})
 */
export const feedCalendars = /* @__PURE__ */ readerFactory(
  (options: FetchOptions = {}): CalendarReader => {
    requireFetchOptions('feedCalendars', options)
    return ({signal, ...request}) =>
      untilAborted(
        signal,
        mergeFeeds(request, (addresses) => fetchCalendars(addresses, options)),
      )
  },
)
