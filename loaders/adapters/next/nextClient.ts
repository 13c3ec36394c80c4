import type {QueryClient, QueryRequest} from '../../queryPort.ts'

/** What Next's `fetch` takes beside the usual; a Sanity client hands it through. */
export interface NextRequest extends QueryRequest {
  next?: {tags: string[]; revalidate: number}
  cache?: 'no-store'
}

/** A client of @sanity/client is one. */
export interface NextQueryClient {
  fetch(
    query: string,
    params: Record<string, string>,
    options: NextRequest,
  ): Promise<{result: unknown; syncTags?: string[]}>
}

export interface NextClientOptions {
  /** What `revalidateRoute` names when content changes. Default: `touchpoints`. */
  tag?: string
  /** Seconds after which Next asks again although nobody told it to. Default: 3600. */
  revalidate?: number
}

/**
 * A client whose answers Next keeps under a tag, until the webhook says that content has changed.
 * One tag for all: a guest's new name changes every view that shows the guest. Drafts are never kept.
 *
 * @example
 * const loader = createLoader({client: nextClient(createClient({projectId, dataset, apiVersion, useCdn: false}))})
 */
export function nextClient(client: NextQueryClient, options: NextClientOptions = {}): QueryClient {
  const {tag = 'touchpoints', revalidate = 3600} = options
  return {
    fetch(query, params, request) {
      const kept = request.perspective === 'published' && !request.token
      return client.fetch(query, params, {
        ...request,
        ...(kept ? {next: {tags: [tag], revalidate}} : {cache: 'no-store'}),
      })
    },
  }
}
