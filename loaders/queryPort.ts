/** Whose documents a query sees: what visitors see, drafts over it, or a stack of releases over it. */
export type Perspective = 'published' | 'drafts' | readonly string[]

/** The part of a Sanity client that the loader uses; `createClient` of @sanity/client makes one. */
export interface QueryClient {
  fetch(
    query: string,
    params: Record<string, string>,
    options: QueryRequest,
  ): Promise<{result: unknown; syncTags?: string[]}>
}

export interface QueryRequest {
  perspective: 'published' | 'drafts' | string[]
  /** The whole answer, so that its sync tags come along. */
  filterResponse: false
  returnQuery: false
  /** No invisible characters in the data. */
  stega: false
  /** Which of the loader's queries this is, for request logs. */
  tag: string
  token?: string
  useCdn?: false
}
