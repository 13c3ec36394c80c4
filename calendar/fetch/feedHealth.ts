import type {FeedChange, FeedCopy, FeedFault, FeedRecord} from './feedRecord.ts'

/**
 * How a feed is doing.
 *
 * - `fresh`: what is served is as new as the feed's server asks for;
 * - `stale`: the feed cannot be read now, or its new copy is not taken; the last good one stands in;
 * - `failed`: there is no copy at all.
 */
export type FeedHealth = FreshHealth | StaleHealth | FailedHealth

interface HealthFields {
  /** UTC instants. */
  checkedAt?: string
  /** Not before then is the feed asked again. */
  nextTryAt?: string
  /** Failures in a row. */
  failures: number
}

interface CopyFields extends HealthFields {
  /** When the copy was last read or confirmed by the feed's server. */
  lastSuccessAt: string
  eventCount: number
  /** What the last change of the feed's content was, as far as one was seen. */
  change?: FeedChange
}

export interface FreshHealth extends CopyFields {
  state: 'fresh'
}

export interface StaleHealth extends CopyFields {
  state: 'stale'
  fault: FeedFault
  /** The age of the copy, in seconds. */
  staleSeconds: number
}

export interface FailedHealth extends HealthFields {
  state: 'failed'
  fault: FeedFault
}

/** @param fault - what came of this request, when the record does not know it (yet) */
export function failedHealth(
  record: FeedRecord | undefined,
  fault: FeedFault | undefined,
): FailedHealth {
  const wrong = fault ?? record?.fault ?? neverRead
  return {state: 'failed', ...healthFields(record), fault: wrong}
}

const neverRead: FeedFault = {code: 'unreachable', message: 'The feed was never read.'}

/** @param fault - likewise */
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
  const wrong = fault ?? record.fault
  if (!wrong) return {state: 'fresh', ...fields}
  const staleSeconds = Math.max(0, Math.round((now - Date.parse(confirmedAt)) / 1000))
  return {state: 'stale', ...fields, fault: wrong, staleSeconds}
}

function healthFields(record: FeedRecord | undefined): HealthFields {
  if (!record) return {failures: 0}
  const {checkedAt, nextTryAt, failures} = record
  return {checkedAt, nextTryAt, failures}
}
