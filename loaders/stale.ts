/**
 * Why a query failed:
 * - `deadline-exceeded`: no answer within the loader's `timeout`;
 * - `unreachable`: no connection;
 * - `http-status`: the Content Lake, or a proxy, answered with an error;
 * - `invalid-answer`: the answer is not a result, or only a part of one;
 * - `refused`: the token may not read this;
 * - `rejected`: the query is wrong, or too expensive.
 */
export type QueryFailure =
  | 'deadline-exceeded'
  | 'unreachable'
  | 'http-status'
  | 'invalid-answer'
  | 'refused'
  | 'rejected'

/** A result is an earlier one, because the Content Lake does not answer. */
export interface Stale {
  /** UTC instant of the earlier result. */
  since: string
  /** Why there is no newer one. */
  reason: QueryFailure
}
