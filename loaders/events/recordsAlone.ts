import type {CalendarFeed, CalendarReader} from '@touchpoints/calendar'

import type {ConfigurationProblem} from '../problems.ts'

/**
 * Merges sessions and cadences, and reads no feed: the calendar of a loader without `calendars`.
 *
 * The merge and its arithmetic of dates are imported by the first call. They are 43 kB, and a loader with a
 * reader of its own does not need them.
 */
export const recordsAlone: CalendarReader = async (request) => {
  const {touchpoints, cadences, decisions = [], signal} = request
  const {from, to, now, timeZone, limit} = request
  const {mergeEvents} = await import('@touchpoints/calendar/merge')
  signal?.throwIfAborted()
  return mergeEvents(
    [
      {kind: 'touchpoints', touchpoints},
      {kind: 'cadences', cadences},
      {kind: 'decisions', decisions},
    ],
    {from, to, now, ...(timeZone !== undefined && {timeZone}), ...(limit !== undefined && {limit})},
  )
}

/** Returns one problem for all feeds that a loader without `calendars` does not read. */
export function unreadFeeds(feeds: readonly CalendarFeed[]): ConfigurationProblem[] {
  if (feeds.length === 0) return []
  const titles = feeds.map(({title}) => `"${title}"`).join(', ')
  const message = `This loader reads no feeds, so the events of ${titles} are missing. Pass createLoader \`calendars: feedCalendars()\` of @touchpoints/calendar/fetch, or plainCalendars() of @touchpoints/calendar/fetch/plain in a worker. If you don't want their events, disable the calendars in the Studio.`
  return [
    {kind: 'configuration', option: 'calendars', calendarIds: feeds.map(({id}) => id), message},
  ]
}
