import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {fetchCalendar, type FetchOptions} from '../../../calendar/fetch/fetchCalendar.ts'
import type {FeedServer} from './feedServer.ts'

// The default of three seconds suits people. A busy machine may need longer.
const patient = {deadline: 60_000}

/** Returns functions for consecutive visits with one cache and a clock that the test sets. */
export function visitor(server: FeedServer, {limits, ...options}: FetchOptions = {}) {
  const cache = memoryCache()
  const clock = {ms: Date.parse('2024-03-20T00:00:00Z')}
  const now = () => new Date(clock.ms)
  const common = {
    cache,
    now,
    allowHosts: [server.host],
    limits: {...patient, ...limits},
    ...options,
  }
  return {
    visit: (more: FetchOptions = {}) =>
      fetchCalendar({id: 'todo', url: server.url}, {...common, ...more}),
    later: (ms: number) => {
      clock.ms += ms
    },
    cache,
  }
}

/** Returns the fault of a result, or undefined if it is fresh. */
export const faultOf = (fetched: Awaited<ReturnType<typeof fetchCalendar>>) =>
  fetched.health.state === 'fresh' ? undefined : fetched.health.fault
