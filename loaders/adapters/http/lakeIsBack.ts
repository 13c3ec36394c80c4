import {QueryError} from '../../errors.ts'
import type {LakeHealth} from '../../lake/lakeHealth.ts'

/**
 * Whether a failure was one of the Content Lake that has answered since, so that the next read can succeed.
 * A wrong option or a wrong query fails again.
 */
export function lakeIsBack(failure: unknown, lake: LakeHealth): boolean {
  return lake.state === 'ok' && failure instanceof QueryError && failure.reason !== 'rejected'
}
