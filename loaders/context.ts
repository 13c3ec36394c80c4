import type {CalendarReader} from '@touchpoints/calendar'

import type {Audience} from './audience/audience.ts'
import type {Read} from './results/readDocument.ts'
import {QueryError} from './errors.ts'
import {queryErrorMessage} from './queryErrorMessage.ts'
import type {Perspective, QueryClient} from './queryPort.ts'
import type {DocumentRules} from './rules/rulesPort.ts'

/** The checked options of a loader, with defaults filled in. Every method receives them. */
export interface LoaderContext {
  client: QueryClient
  perspective: Perspective
  token: string | undefined
  /** Returns the current time as a UTC instant. */
  now: () => string
  /** Reads strictly for visitors, and leniently for a preview. */
  read: Read
  /** Who may see the results. */
  audience: Audience
  strict: boolean
  calendars: CalendarReader | undefined
  rules: DocumentRules | undefined
  /** Address of the Studio, for links to documents. */
  studioUrl: string | undefined
}

/**
 * Sends one query to the Content Lake.
 *
 * @throws QueryError when the lake cannot be reached, or answers with an error
 */
export async function runQuery(
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
    throw new QueryError(queryErrorMessage(error, addressOf(client)), error)
  }
}

function addressOf(client: QueryClient): string | undefined {
  const url = client.config?.().url
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}
