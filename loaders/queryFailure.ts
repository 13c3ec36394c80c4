import type {QueryFailure} from './stale.ts'
import {propertyAt} from './results/path.ts'
import {DeadlineError} from './withDeadline.ts'

/** Statuses that say nothing about the query itself: payment, no such place, time, too many requests. */
const aboutTheService = new Set([402, 404, 408, 429])

/** Returns why a query failed, from the error of its client. */
export function queryFailure(error: unknown): QueryFailure {
  if (error instanceof DeadlineError) return 'deadline-exceeded'
  if (error instanceof SyntaxError) return 'invalid-answer'
  const status = propertyAt(error, 'statusCode')
  if (typeof status !== 'number') return 'unreachable'
  if (status === 401 || status === 403) return 'refused'
  return status >= 500 || aboutTheService.has(status) ? 'http-status' : 'rejected'
}
