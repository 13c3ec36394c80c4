/** Which documents a query sees: published ones, drafts above those, or a stack of releases. */
export type Perspective = 'published' | 'drafts' | readonly string[]

/** The value of a parameter of a query: what JSON can express. */
export type QueryParam =
  | string
  | number
  | boolean
  | null
  | readonly QueryParam[]
  | {readonly [name: string]: QueryParam}

/** The part of a Sanity client that the loader uses; `createClient` of @sanity/client makes one. */
export interface QueryClient {
  fetch(
    query: string,
    params: Record<string, QueryParam>,
    options: QueryRequest,
  ): Promise<{result: unknown; syncTags?: string[]}>
  /** Returns the address, for error messages, and what identifies the dataset. */
  config?(): {url?: string; projectId?: string; dataset?: string}
}

export interface QueryRequest {
  perspective: 'published' | 'drafts' | string[]
  /** Returns the complete response, with its sync tags. */
  filterResponse: false
  returnQuery: false
  /** Keeps invisible characters out of the data. */
  stega: false
  /** Names the loader's query in request logs. */
  tag: string
  /** Aborts at the loader's `timeout`. */
  signal: AbortSignal
  token?: string
  useCdn?: false
}
