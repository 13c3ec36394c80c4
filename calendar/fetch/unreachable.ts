import type {FeedFault} from './feedRecord.ts'
import {fetchFailureOf} from './fetchFailureOf.ts'

/** Returns the fault for a failed request to a feed's host. */
export function unreachable(host: string, error: unknown): FeedFault {
  const why = fetchFailureOf(error)
  if (why.kind === 'blocked-address') {
    const message = `${host} has a private or reserved address, which an editor's link must not reach. Use a public address, or add the host to allowHosts.`
    return {code: 'blocked-address', message}
  }
  if (host.endsWith('.example')) {
    const message = `Could not read the feed of ${host}: the domain .example is reserved for examples (RFC 2606), so the host does not exist. To read the calendars of sample content from their files, use sampleFeeds or the option sampleFolder of isolatedCalendars.`
    return {code: 'unreachable', message}
  }
  return {
    code: 'unreachable',
    message: `Could not read the feed of ${host}: ${why.reason}. The feed is requested again later.`,
  }
}
