import {isTouchpointsError} from 'touchpoints'

/** The Content Lake is unreachable. The page shows the reason. */
export interface Unreachable {
  kind: 'unreachable'
  reason: string
}

/** Converts a failed query to `Unreachable`. @throws any other error */
export function unreachable(error: unknown): Unreachable {
  if (isTouchpointsError(error) && error.code === 'query') {
    return {kind: 'unreachable', reason: error.message}
  }
  throw error
}
