import type {EventSource} from '@touchpoints/calendar'
import {fetchCalendars, memoryCache} from '@touchpoints/calendar/fetch'
import {feedSource} from '@touchpoints/calendar/merge'
import {createLoader, type Problem} from 'touchpoints'

import type {Connection} from '../connection.ts'
import {unreachable} from '../unreachable.ts'

export interface Window {
  /** UTC instant, inclusive. */
  from: string
  /** UTC instant, exclusive. */
  to: string
  /** The current time, as a UTC instant. */
  now: string
}

/** A feed is read once, without a copy to fall back on, so it may take as long as one download. */
const deadline = 20_000

/**
 * Reads what the published documents and each enabled feed say about meetings, without merging them.
 *
 * @throws CliError when the Content Lake cannot be reached
 */
export async function readStatements(
  {client, fetchFeed}: Pick<Connection, 'client' | 'fetchFeed'>,
  {from, to, now}: Window,
): Promise<{sources: EventSource[]; problems: readonly Problem[]}> {
  const sources: EventSource[] = []
  const loader = createLoader({
    client,
    now: new Date(now),
    // Secret addresses of calendars are for members. No finding contains one, or a join link.
    audience: 'members',
    // The loader collects the inputs of the merge. The audit compares them before they are merged.
    calendars: async ({feeds, touchpoints, cadences, decisions = []}) => {
      const addresses = feeds.map(({id, feedUrl}) => ({id, url: feedUrl}))
      const cache = memoryCache()
      const options = {cache, fetch: fetchFeed, force: true, limits: {deadline}}
      const fetched = await fetchCalendars(addresses, options)
      for (const [index, result] of fetched.entries()) {
        const feed = feeds[index]
        if (feed) sources.push(feedSource(feed, result))
      }
      sources.push(
        {kind: 'touchpoints', touchpoints},
        {kind: 'cadences', cadences},
        {kind: 'decisions', decisions},
      )
      return {events: [], problems: []}
    },
  })
  const {problems} = await loader.events({from, to}).catch(unreachable)
  return {sources, problems}
}
