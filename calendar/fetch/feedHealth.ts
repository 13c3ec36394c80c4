import type {FeedChange, FeedCopy, FeedFault, FeedRecord} from './feedRecord.ts'

/**
 * The health of a feed.
 * - `fresh`: the copy is as new as the feed's server requires;
 * - `stale`: the feed could not be read or its new copy was rejected, so the last good copy is used;
 * - `failed`: there is no copy.
 */
export type FeedHealth = FreshHealth | StaleHealth | FailedHealth

interface HealthFields {
  /** UTC instant of the last request. */
  checkedAt?: string
  /** UTC instant before which the feed is not requested again. */
  nextTryAt?: string
  /** Number of consecutive failures. */
  failures: number
}

interface CopyFields extends HealthFields {
  /** UTC instant at which the copy was last read, or confirmed by the feed's server. */
  lastSuccessAt: string
  eventCount: number
  /** The last change of the feed's content, if one was seen. */
  change?: FeedChange
}

export interface FreshHealth extends CopyFields {
  state: 'fresh'
}

export interface StaleHealth extends CopyFields {
  state: 'stale'
  fault: FeedFault
  /** Age of the copy in seconds. */
  staleSeconds: number
}

export interface FailedHealth extends HealthFields {
  state: 'failed'
  fault: FeedFault
}

/**
 * Returns the health of a feed without a copy.
 *
 * @param fault - the fault of this request, when the record does not contain it (yet)
 */
export function failedHealth(
  record: FeedRecord | undefined,
  fault: FeedFault | undefined,
): FailedHealth {
  const currentFault = fault ?? record?.fault ?? neverRead
  return {state: 'failed', ...healthFields(record), fault: currentFault}
}

const neverRead: FeedFault = {code: 'unreachable', message: 'The feed has not been read yet.'}

/**
 * Returns the health of a feed with a copy.
 *
 * @param fault - the fault of this request, when the record does not contain it (yet)
 */
export function servedHealth(
  record: FeedRecord,
  {confirmedAt, eventCount}: FeedCopy,
  fault: FeedFault | undefined,
  now: number,
): FreshHealth | StaleHealth {
  const {change} = record
  const fields = {
    ...healthFields(record),
    lastSuccessAt: confirmedAt,
    eventCount,
    ...(change && {change}),
  }
  const currentFault = fault ?? record.fault
  if (!currentFault) return {state: 'fresh', ...fields}
  const staleSeconds = Math.max(0, Math.round((now - Date.parse(confirmedAt)) / 1000))
  return {state: 'stale', ...fields, fault: currentFault, staleSeconds}
}

function healthFields(record: FeedRecord | undefined): HealthFields {
  if (!record) return {failures: 0}
  const {checkedAt, nextTryAt, failures} = record
  return {checkedAt, nextTryAt, failures}
}
