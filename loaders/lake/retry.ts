import {connectionFault} from './connectionFault.ts'
import {queryFailure} from './queryFailure.ts'
import {propertyAt, textAt} from '../results/path.ts'

/** Retries of a query, when `retries` of `createLoader` is not set. */
export const defaultRetries = 2

/** Statuses of a service that is busy or restarting. Any other answer is the same the next time. */
const temporary = new Set([429, 502, 503, 504])

/** Milliseconds before the first retry. It doubles with each further one. */
const firstDelay = 200

export interface RetryOptions {
  /** How many times to try again. 0 for never. */
  retries: number
  /** Milliseconds that remain until the caller stops waiting. */
  remaining: () => number
  /** Ends the delay. */
  signal: AbortSignal
  /** Waits. Rejects when the signal aborts. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** From 0 to 1, so that visitors of one failure don't return at the same moment. */
  random: () => number
  /** Called before each retry. */
  onRetry: (error: unknown, milliseconds: number) => void
}

/**
 * Runs a query, and again after a failure that may pass. This is the only place that retries: the loader's
 * own client does not, and a client that is passed to `createLoader` has a policy of its own.
 *
 * - Only queries are retried. They read, so that sending one twice changes nothing.
 * - A connection that could not be opened, or broke, is retried. So are the statuses 429, 502, 503 and 504.
 *   A wrong certificate, an unknown host, a refused token and a wrong query stay what they are.
 * - The delay is 200 ms, then 400 ms, each up to a half longer. `Retry-After` replaces it.
 * - A delay that does not fit into the timeout ends the query at once, with its last error.
 *
 * @throws the last error of the query
 */
export async function withRetries<Result>(
  query: () => Promise<Result>,
  {retries, remaining, signal, sleep, random, onRetry}: RetryOptions,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await query()
    } catch (error) {
      if (attempt >= retries || signal.aborted || !mayPass(error)) throw error
      const delay = retryAfterOf(error) ?? firstDelay * 2 ** attempt * (1 + random() / 2)
      if (delay >= remaining()) throw error
      onRetry(error, delay)
      await sleep(delay, signal)
    }
  }
}

function mayPass(error: unknown): boolean {
  const status = propertyAt(error, 'statusCode')
  if (typeof status === 'number') return temporary.has(status)
  return queryFailure(error) === 'unreachable' && connectionFault(error).mayPass
}

/** Returns the delay that the server asks for, in milliseconds. It is a number of seconds or a date. */
export function retryAfterOf(error: unknown): number | undefined {
  const headers = propertyAt(propertyAt(error, 'response'), 'headers')
  const value = textAt(headers, 'retry-after')
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(textAt(headers, 'date'))
  const delay = Date.parse(value) - date
  return Number.isNaN(delay) ? undefined : Math.max(0, delay)
}

/** Waits, or rejects with the reason of the signal. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, milliseconds)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, {once: true})
  })
}
