import type {CalendarReader} from '@touchpoints/calendar'

import type {Audience} from './audience/audience.ts'
import type {RoomMemory} from './audience/publicEvents.ts'
import {QueryError} from './errors.ts'
import type {Extension} from './extension/extension.ts'
import type {LateParts} from './lateParts.ts'
import type {LakeObserver} from './lake/lakeHealth.ts'
import type {LastGood} from './lastGood/lastGoodPort.ts'
import {invalidAnswer} from './lake/invalidAnswer.ts'
import {leanCause} from './lake/leanCause.ts'
import type {Logger} from './logger.ts'
import {queryErrorMessage} from './lake/queryErrorMessage.ts'
import {failureDetail, queryFailure} from './lake/queryFailure.ts'
import type {Perspective, QueryClient, QueryParam} from './lake/queryPort.ts'
import {propertyAt} from './results/path.ts'
import {retryAfterOf, sleep, withRetries} from './lake/retry.ts'
import type {DocumentRules} from './rules/rulesPort.ts'
import {withDeadline} from './lake/withDeadline.ts'

/** What every method of a loader receives. */
export interface LoaderContext extends LoaderSetup, LateParts {}

/** The checked options of a loader, with defaults filled in. */
export interface LoaderSetup {
  client: QueryClient
  /** Milliseconds until a query fails, with its retries. */
  timeout: number
  /** How many times a query is retried. */
  retries: number
  /** Ends the wait of the caller. */
  signal: AbortSignal | undefined
  logger: Logger
  /** Real time, in milliseconds since 1970. */
  clock: () => number
  lake: LakeObserver
  lastGood: LastGood | undefined
  perspective: Perspective
  extension: Extension | undefined
  token: string | undefined
  /** Language of translated fields, BCP 47. Undefined for the default language. */
  language: string | undefined
  /** Returns the current time as a UTC instant. */
  now: () => string
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

interface QueryText {
  /** Names the query in request logs. */
  tag: string
  query: string
  params: Record<string, QueryParam>
}

/**
 * Sends one query to the Content Lake, and again as the policy in retry.ts says.
 *
 * @throws QueryError when the lake cannot be reached, does not answer in time, or answers with an error
 * @throws the reason of the caller's signal when that aborts
 */
export async function runQuery(
  context: LoaderSetup,
  request: QueryText,
): Promise<{result: unknown; syncTags: string[]}> {
  const {client, timeout, retries, logger, clock} = context
  const until = clock() + timeout
  try {
    const work = (signal: AbortSignal) =>
      withRetries(() => send(context, request, signal), {
        retries,
        remaining: () => until - clock(),
        signal,
        sleep,
        random: Math.random,
        onRetry: (error, milliseconds) =>
          logger.warn(
            `${queryErrorMessage(error, addressOf(client))} Trying again in ${Math.round(milliseconds)} ms.`,
          ),
      })
    return await withDeadline(timeout, work, context.signal)
  } catch (error) {
    if (context.signal?.aborted) throw context.signal.reason
    throw new QueryError(queryFailure(error), queryErrorMessage(error, addressOf(client)), {
      detail: failureDetail(error),
      cause: leanCause(error),
      retryAfter: retryAfterOf(error),
    })
  }
}

async function send(
  {client, perspective, token}: LoaderSetup,
  {tag, query, params}: QueryText,
  signal: AbortSignal,
): Promise<{result: unknown; syncTags: string[]}> {
  const answer = await client.fetch(query, params, {
    perspective: typeof perspective === 'string' ? perspective : [...perspective],
    filterResponse: false,
    returnQuery: false,
    stega: false,
    tag: `touchpoints.${tag}`,
    signal,
    // The edge cache holds published documents only.
    ...(perspective !== 'published' && {useCdn: false}),
    ...(token !== undefined && {token}),
  })
  // A proxy can answer 200 with a page, which a client returns as it is. Every query returns an object.
  const result = propertyAt(answer, 'result')
  if (typeof result !== 'object' || result === null) throw invalidAnswer(answer)
  return {result, syncTags: answer.syncTags ?? []}
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
