import type {FetchedCalendar} from '../fetch/readFeed.ts'
import type {FailedFeedSource, FeedSource} from './sources.ts'

/**
 * Converts a fetched calendar to a source for `mergeEvents`.
 *
 * @example mergeEvents([feedSource({id, title, own: true}, await fetchCalendar({id, url}))], window)
 */
export function feedSource(
  {
    id,
    title,
    own,
    timeZone,
    titleFilters,
    nonPublicEvents,
    mailAddresses,
  }: Omit<FeedSource, 'kind' | 'calendar' | 'problems'>,
  {calendar, health, problems}: FetchedCalendar,
): FeedSource | FailedFeedSource {
  if (!calendar) return {kind: 'failed-feed', id, title, ...health.fault}
  const optional = {
    ...(timeZone && {timeZone}),
    ...(titleFilters && {titleFilters}),
    ...(nonPublicEvents && {nonPublicEvents}),
    ...(mailAddresses && {mailAddresses}),
  }
  return {kind: 'feed', id, title, own, ...optional, calendar, problems}
}
