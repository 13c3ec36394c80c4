import {callback, requireValue} from '../../options/optionChecks.ts'
import type {QueryClient, QueryParam} from '../../lake/queryPort.ts'

/** The part of `sanityFetch` that the bridge uses; `defineLive` of next-sanity makes one. */
export type SanityFetch = (options: {
  query: string
  params: Record<string, QueryParam>
  perspective: 'published' | 'drafts' | string[]
  stega: false
  requestTag: string
}) => Promise<{data: unknown; tags: string[]}>

/** Prefix of the cache tags that next-sanity makes of sync tags (13.3, constants.js). */
const tagPrefix = 'sanity:'

/**
 * Returns a client that sends the loader's queries through `sanityFetch` of next-sanity. Next then caches
 * each result under its sync tags, and `<SanityLive />` refreshes the pages that show what changed.
 *
 * A preview reads drafts with the `serverToken` of `defineLive`; the loader's own token is not sent. The data
 * has no stega characters. Mark fields with `edit` instead.
 *
 * @throws ConfigurationError when it is no function
 * @example
 * const {sanityFetch, SanityLive} = defineLive({client, serverToken: token})
 * const loader = createLoader({client: sanityFetchClient(sanityFetch)})
 */
export function sanityFetchClient(sanityFetch: SanityFetch): QueryClient {
  requireValue('sanityFetchClient', 'sanityFetch', sanityFetch, callback)
  return {
    async fetch(query, params, {perspective, tag}) {
      const {data, tags} = await sanityFetch({
        query,
        params,
        perspective,
        stega: false,
        requestTag: tag,
      })
      const own = tags.filter((each) => each.startsWith(tagPrefix))
      return {result: data, syncTags: own.map((each) => each.slice(tagPrefix.length))}
    },
  }
}
