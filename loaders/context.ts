import type {CalendarReader} from '@touchpoints/calendar'

import type {Audience} from './audience/audience.ts'
import type {RoomMemory} from './audience/publicEvents.ts'
import {QueryError} from './errors.ts'
import type {Extension} from './extension/extension.ts'
import type {Views} from './extension/views.ts'
import type {LakeObserver} from './lakeHealth.ts'
import type {LastGood} from './lastGood/lastGoodPort.ts'
import {queryErrorMessage} from './queryErrorMessage.ts'
import {queryFailure} from './queryFailure.ts'
import type {Perspective, QueryClient, QueryParam} from './queryPort.ts'
import type {Read} from './results/readDocument.ts'
import type {DocumentRules} from './rules/rulesPort.ts'
import {withDeadline} from './withDeadline.ts'

/** The checked options of a loader, with defaults filled in. Every method receives them. */
export interface LoaderContext {
  client: QueryClient
  /** Milliseconds until a query fails. */
  timeout: number
  lake: LakeObserver
  lastGood: LastGood | undefined
  perspective: Perspective
  /** What the views read: with the fields that the extension adds. */
  views: Views
  extension: Extension | undefined
  token: string | undefined
  /** Language of translated fields, BCP 47. Undefined for the default language. */
  language: string | undefined
  /** Returns the current time as a UTC instant. */
  now: () => string
  /** Reads strictly for visitors, and leniently for a preview. */
  read: Read
  /** Who may see the results. */
  audience: Audience
  /** Members' rooms, as of the last answer. */
  rooms: RoomMemory
  strict: boolean
  /** Whether a strict loader may return earlier results. */
  allowStale: boolean
  calendars: CalendarReader | undefined
  rules: DocumentRules | undefined
  /** Address of the Studio, for links to documents. */
  studioUrl: string | undefined
}

/**
 * Sends one query to the Content Lake.
 *
 * @throws QueryError when the lake cannot be reached, does not answer in time, or answers with an error
 */
export async function runQuery(
  {client, timeout, perspective, token}: LoaderContext,
  {tag, query, params}: {tag: string; query: string; params: Record<string, QueryParam>},
): Promise<{result: unknown; syncTags: string[]}> {
  try {
    const {result, syncTags = []} = await withDeadline(timeout, (signal) =>
      client.fetch(query, params, {
        perspective: typeof perspective === 'string' ? perspective : [...perspective],
        filterResponse: false,
        returnQuery: false,
        stega: false,
        tag: `touchpoints.${tag}`,
        signal,
        // The edge cache holds published documents only.
        ...(perspective !== 'published' && {useCdn: false}),
        ...(token !== undefined && {token}),
      }),
    )
    // A proxy can answer 200 with a page, which a client returns as it is. Every query returns an object.
    if (typeof result !== 'object' || result === null) throw new SyntaxError()
    return {result, syncTags}
  } catch (error) {
    throw new QueryError(queryFailure(error), queryErrorMessage(error, addressOf(client)), error)
  }
}

/** Identifies the dataset that a client reads. */
export function datasetOf(client: QueryClient): string {
  const {url, projectId, dataset} = client.config?.() ?? {}
  return [url, projectId, dataset].join(' ')
}

function addressOf(client: QueryClient): string | undefined {
  const url = client.config?.().url
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}
