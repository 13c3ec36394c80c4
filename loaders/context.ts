import type {CalendarReader} from '@touchpoints/calendar'

import type {Read} from './results/readDocument.ts'
import {QueryError} from './errors.ts'
import type {Perspective, QueryClient} from './queryPort.ts'
import type {DocumentRules} from './rules/rulesPort.ts'

/** What every method of a loader works with; the options, once they are checked and complete. */
export interface LoaderContext {
  client: QueryClient
  perspective: Perspective
  token: string | undefined
  /** The present, as a UTC instant. */
  now: () => string
  /** Strictly for visitors, leniently for a preview. */
  read: Read
  strict: boolean
  calendars: CalendarReader | undefined
  rules: DocumentRules | undefined
  /** For links to documents. */
  studioUrl: string | undefined
}

/** One query to the lake. @throws QueryError when it does not answer, or refuses. */
export async function ask(
  {client, perspective, token}: LoaderContext,
  tag: string,
  query: string,
  params: Record<string, string> = {},
): Promise<{result: unknown; syncTags: string[]}> {
  try {
    const {result, syncTags = []} = await client.fetch(query, params, {
      perspective: typeof perspective === 'string' ? perspective : [...perspective],
      filterResponse: false,
      returnQuery: false,
      stega: false,
      tag: `touchpoints.${tag}`,
      // The edge cache holds published documents only.
      ...(perspective !== 'published' && {useCdn: false}),
      ...(token !== undefined && {token}),
    })
    return {result, syncTags}
  } catch (error) {
    throw new QueryError(messageOf(error), error)
  }
}

function messageOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined
  if (status === 401 || status === 403) {
    return `The Content Lake refused the query: ${reason} Check that the token may read this dataset and this perspective.`
  }
  if (typeof status === 'number') return `The Content Lake answered ${status}: ${reason}`
  return `The Content Lake could not be asked (${reason}). Check that it runs, and projectId, dataset and apiHost.`
}
