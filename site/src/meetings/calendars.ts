// Stands in until the loader's own port for Node is there.
import {mergeEvents, parseCalendar} from '../../../loaders/calendar/index.ts'
import {sampleFeeds} from '../../../loaders/calendar/sampleFeeds.ts'
import type {MergeCalendars} from '../../../loaders/events/calendarsPort.ts'

export function temporaryCalendars(folder: string | undefined): MergeCalendars {
  const get = folder ? sampleFeeds(folder, fetch) : fetch
  return async ({feeds, touchpoints, cadences, from, to, timeZone, now}) => {
    const sources = await Promise.all(
      feeds.map(async ({id, title, own, feedUrl, titleFilters}) => {
        try {
          const response = await get(feedUrl)
          const calendar = parseCalendar(await response.text())
          return {kind: 'feed' as const, id, title, own, calendar, titleFilters}
        } catch (error) {
          return {kind: 'failed-feed' as const, id, title, message: String(error)}
        }
      }),
    )
    return mergeEvents(
      [...sources, {kind: 'touchpoints', touchpoints}, {kind: 'cadences', cadences}],
      {from, to, now, ...(timeZone && {timeZone})},
    )
  }
}
