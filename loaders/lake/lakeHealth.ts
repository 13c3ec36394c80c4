import type {QueryError} from '../errors.ts'
import type {QueryFailure} from '../stale.ts'
import {toSecond} from '../views/instant.ts'

/**
 * State of the Content Lake as the loader last observed it. Reading it sends no query.
 * - `starting`: nothing was observed yet;
 * - `ok`: the last query was answered;
 * - `unavailable`: the last query was not answered, or refused.
 */
export type LakeHealth =
  | {state: 'starting'}
  | ({state: 'ok'} & LakeObservation)
  | ({
      state: 'unavailable'
      /** Why the last query failed. */
      reason: QueryFailure
      /** The reason in a few words without an address, such as `connection refused`. */
      detail: string
      /** UTC instant of the last query that was answered. Absent when none was. */
      lastSuccessAt?: string
      /**
       * UTC instant at which it last refused a query. Absent when it has answered one since, or never refused.
       * Until then, earlier results are not used, because the dataset may have become private.
       */
      refusedAt?: string
    } & LakeObservation)

export interface LakeObservation {
  /** UTC instant of the observation. */
  checkedAt: string
  /** Seconds since the observation. */
  age: number
}

/** Records whether queries for visitors are answered. */
export interface LakeObserver {
  health(): LakeHealth
  succeeded(): void
  failed(error: QueryError): void
}

/** @param clock - milliseconds since 1970 */
export function lakeObserver(clock: () => number): LakeObserver {
  let at = 0
  let lastSuccess = 0
  let lastRefusal = 0
  let failure: {reason: QueryFailure; detail: string} | undefined
  return {
    health: () => {
      if (at === 0) return {state: 'starting'}
      const seen = {checkedAt: toSecond(at), age: Math.max(0, Math.round((clock() - at) / 1000))}
      if (!failure) return {state: 'ok', ...seen}
      const success = lastSuccess > 0 && {lastSuccessAt: toSecond(lastSuccess)}
      const refusal = lastRefusal > 0 && {refusedAt: toSecond(lastRefusal)}
      return {state: 'unavailable', ...failure, ...success, ...refusal, ...seen}
    },
    succeeded: () => {
      at = lastSuccess = clock()
      failure = undefined
      lastRefusal = 0
    },
    failed: (error) => {
      // The lake is well when one query is too expensive or wrong.
      if (error.reason === 'rejected') return
      at = clock()
      if (error.reason === 'refused') lastRefusal = at
      failure = {reason: error.reason, detail: error.detail}
    },
  }
}
