import {OptionError} from '@touchpoints/calendar/option-names'

import {isTouchpointsError} from '../../errors.ts'

/** Why something is not available, for a public page: without addresses, and without texts of an editor. */
export interface FailureReason {
  /** A code: `configuration`, `problems`, `error`, or the `reason` of a QueryError. */
  reason: string
  /** A few words, such as `connection refused` or the name of the invalid option. */
  detail: string
}

/** Returns why reading failed. The complete message is in the log. */
export function failureReason(error: unknown): FailureReason {
  if (error instanceof OptionError) return {reason: 'configuration', detail: error.option}
  if (!isTouchpointsError(error)) {
    return {reason: 'error', detail: error instanceof Error ? error.name : typeof error}
  }
  switch (error.code) {
    case 'query':
      return {reason: error.reason, detail: error.detail}
    case 'configuration':
      return {reason: 'configuration', detail: error.option}
    case 'problems':
      return {reason: 'problems', detail: `${error.problems.length} in strict mode`}
  }
}
