import type {QueryClient, QueryRequest} from '../../loaders/lake/queryPort.ts'

/** How a lake fails: it never answers, refuses connections, or answers with a status. */
export type Failure = 'hang' | 'refuse' | number | {status: number; retryAfter: string}

/** A client that fails when a test says so, and counts the queries that reach it. */
export function failingClient(inner: QueryClient) {
  let failure: Failure | undefined
  let count = 0
  const signals: AbortSignal[] = []
  const client: QueryClient = {
    fetch(query, params, options: QueryRequest) {
      count += 1
      signals.push(options.signal)
      if (failure === undefined) return inner.fetch(query, params, options)
      if (failure === 'hang') return new Promise(() => {})
      const error =
        failure === 'refuse'
          ? new TypeError('fetch failed', {
              cause: Object.assign(new Error('refused'), {code: 'ECONNREFUSED'}),
            })
          : statusError(failure)
      return Promise.reject(error)
    },
  }
  return {
    client,
    signals,
    queries: () => count,
    /** Makes every later query fail, or work again without an argument. */
    fail: (how?: Failure) => {
      failure = how
    },
  }
}

function statusError(failure: number | {status: number; retryAfter: string}): Error {
  if (typeof failure === 'number') {
    return Object.assign(new Error(`HTTP ${failure}`), {statusCode: failure})
  }
  const {status, retryAfter} = failure
  const response = {headers: {'retry-after': retryAfter}}
  return Object.assign(new Error(`HTTP ${status}`), {statusCode: status, response})
}
