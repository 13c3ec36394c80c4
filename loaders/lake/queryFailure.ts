import {connectionFault} from './connectionFault.ts'
import {InvalidAnswer} from './invalidAnswer.ts'
import {propertyAt} from '../results/path.ts'
import type {QueryFailure} from '../stale.ts'
import {DeadlineError} from './withDeadline.ts'

/** Statuses that say nothing about the query itself: payment, no such place, time, too many requests. */
const aboutTheService = new Set([402, 404, 408, 429])

/** Returns why a query failed, from the error of its client. */
export function queryFailure(error: unknown): QueryFailure {
  // Also a client's own timeout, which is a DOMException.
  if (propertyAt(error, 'name') === 'TimeoutError') return 'deadline-exceeded'
  if (error instanceof SyntaxError || error instanceof InvalidAnswer) return 'invalid-answer'
  const status = propertyAt(error, 'statusCode')
  if (typeof status !== 'number') return 'unreachable'
  if (status === 401 || status === 403) return 'refused'
  return status >= 500 || aboutTheService.has(status) ? 'http-status' : 'rejected'
}

/** Returns the reason in a few words without an address, so that a public page can show it. */
export function failureDetail(error: unknown): string {
  const status = propertyAt(error, 'statusCode')
  if (typeof status === 'number') return `HTTP ${status}`
  switch (queryFailure(error)) {
    case 'deadline-exceeded':
      return error instanceof DeadlineError ? error.message.replace('No', 'no') : 'timed out'
    case 'invalid-answer':
      return error instanceof InvalidAnswer ? error.message : 'not JSON'
    default:
      return connectionFault(error).detail
  }
}
