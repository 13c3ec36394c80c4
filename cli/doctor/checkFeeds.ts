import {type FeedCache, fetchCalendars} from '@touchpoints/calendar/fetch'
import {describeProblem} from 'touchpoints'

import type {Connection} from '../connection.ts'
import type {Diagnosis} from './diagnosis.ts'

/** Domains that are reserved for examples and tests (RFC 2606). Nothing is broken when they can't be reached. */
function isSample(feedUrl: string | null | undefined): boolean {
  const host = URL.parse(feedUrl ?? '')?.hostname ?? ''
  return /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/.test(host)
}

/** Fetches the feed of each enabled calendar into an empty cache. */
export async function checkFeeds(
  {editorsLoader, fetchFeed}: Pick<Connection, 'editorsLoader' | 'fetchFeed'>,
  cache: FeedCache,
): Promise<Diagnosis[]> {
  const {data, problems} = await editorsLoader.calendars()
  const enabled = data.filter((calendar) => calendar.enabled)
  const results = await fetchCalendars(
    enabled.map(({_id, feedUrl}) => ({id: _id, url: feedUrl ?? ''})),
    {cache, fetch: fetchFeed, force: true},
  )
  const feeds = results.map(({health}, index): Diagnosis => {
    const about = `Calendar ${enabled[index]?.title ?? ''}`
    if (health.state === 'fresh') {
      return {about, state: 'ok', message: `${health.eventCount} events`}
    }
    if (isSample(enabled[index]?.feedUrl)) {
      const message =
        'sample content: its host does not exist. Set the address of your own calendar in the Studio, or turn this one off.'
      return {about, state: 'warn', message}
    }
    return {about, state: 'fail', message: health.fault.message}
  })
  const documents = problems.map((problem): Diagnosis => ({
    about: 'Calendars',
    state: 'warn',
    message: describeProblem(problem),
  }))
  return [...feeds, ...documents]
}
