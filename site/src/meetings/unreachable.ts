import {isTouchpointsError} from 'touchpoints'

import {requireCurrent} from '../static/requireCurrent.ts'

/** The Content Lake is unreachable. The page shows the reason. */
export interface Unreachable {
  kind: 'unreachable'
  reason: string
}

/** Converts a failed query to `Unreachable`. @throws any other error */
export function unreachable(error: unknown): Unreachable {
  if (isTouchpointsError(error) && error.code === 'query') {
    requireCurrent(error.message)
    return {kind: 'unreachable', reason: error.message}
  }
  throw error
}
