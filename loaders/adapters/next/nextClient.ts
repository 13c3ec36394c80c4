import {
  checkOptions,
  filledText,
  wholeNumber,
  withMethods,
  type Checks,
} from '../../options/optionChecks.ts'
import type {QueryClient, QueryParam, QueryRequest} from '../../lake/queryPort.ts'

/** A query with the caching options of Next's `fetch`, which a Sanity client passes on. */
export interface NextRequest extends Omit<QueryRequest, 'signal'> {
  signal?: AbortSignal
  next?: {tags: string[]; revalidate: number}
  cache?: 'no-store'
}

/** The part of a Sanity client that `nextClient` uses. */
export interface NextQueryClient {
  fetch(
    query: string,
    params: Record<string, QueryParam>,
    options: NextRequest,
  ): Promise<{result: unknown; syncTags?: string[]}>
  config?(): {url?: string}
}

export interface NextClientOptions {
  /** Cache tag that `revalidateRoute` expires when content changes. Defaults to `touchpoints`. */
  tag?: string
  /** Seconds after which Next queries again without a webhook. Defaults to 3600. */
  revalidate?: number
}

const checks = {
  tag: filledText,
  revalidate: wholeNumber,
} as const satisfies Checks<NextClientOptions>

const clientCheck = {client: withMethods('a client of @sanity/client', 'fetch')}

/**
 * Returns a client that lets Next cache its results under a tag, until the webhook expires them. There is one
 * tag for all queries, because a guest's new name changes every view that shows the guest. Drafts are
 * never cached.
 *
 * @throws ConfigurationError when the client has no `fetch`, or an option is invalid
 * @example
 * const loader = createLoader({client: nextClient(createClient({projectId, dataset, apiVersion, useCdn: false}))})
 */
export function nextClient(client: NextQueryClient, options: NextClientOptions = {}): QueryClient {
  checkOptions('nextClient', {client}, clientCheck, ['client'])
  checkOptions('nextClient', options, checks)
  const {tag = 'touchpoints', revalidate = 3600} = options
  return {
    config: () => client.config?.() ?? {},
    fetch(query, params, request) {
      const isPublic = request.perspective === 'published' && !request.token
      if (!isPublic) return client.fetch(query, params, {...request, cache: 'no-store'})
      // React shares a request within one page only if it has no signal. The loader still stops waiting.
      const {signal: _, ...shared} = request
      return client.fetch(query, params, {...shared, next: {tags: [tag], revalidate}})
    },
  }
}
