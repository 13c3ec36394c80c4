import {isTouchpointsError} from 'touchpoints'

/** There is no answer at all, and why; a page says so and comes back with it. */
export interface Unreachable {
  kind: 'unreachable'
  reason: string
}

/** For a Content Lake that does not answer. @throws what is not its fault */
export function unreachable(error: unknown): Unreachable {
  if (isTouchpointsError(error) && error.code === 'query') {
    return {kind: 'unreachable', reason: error.message}
  }
  throw error
}
