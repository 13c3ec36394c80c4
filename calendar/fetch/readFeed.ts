import type {FeedProblem} from '../problems.ts'
import type {Calendar} from '../types.ts'
import type {Gate} from './concurrencyGate.ts'
import type {FeedCache} from './feedCache.ts'
import {feedAddress} from './feedAddress.ts'
import type {FeedFetch} from './feedFetch.ts'
import {TextRefused} from './feedGuard.ts'
import {
  failedHealth,
  servedHealth,
  type FailedHealth,
  type FreshHealth,
  type StaleHealth,
} from './feedHealth.ts'
import {cacheFailed, feedProblems, deadlineExceeded} from './feedProblems.ts'
import type {FeedFault, FeedRecord} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'
import type {SingleFlight} from './singleFlight.ts'
import {parsedCopy, type CopyOptions} from './parsedCopy.ts'
import {refresh} from './refresh.ts'
import {within} from './within.ts'

/** The address of a calendar's feed. */
export interface CalendarAddress {
  /** The calendar document's id. It is the cache key, and the `source` of problems. */
  id: string
  /** An `https:` or `webcal:` address. */
  url: string
}

export interface ReadOptions extends CopyOptions {
  fetch: FeedFetch
  now: () => Date
  limits: FetchLimits
  /** Hosts that may be read over `http:`, such as `localhost:3900`. */
  allowHosts: readonly string[]
  /** Whether to request the feed even when the copy is fresh or a retry is not due yet. */
  force: boolean
  /** Limits how many feeds are read at a time. */
  gate: Gate
  /** Whether a download goes on after the deadline, so that the next caller may have it. */
  outlivesCaller: boolean
  /** Shares downloads among callers, or does not. */
  downloads: SingleFlight<CachedRecord>
  /** Lets other requests be served between two feeds. */
  pause: () => Promise<void>
  /** Ends the download: nothing of it is kept. Only for downloads that callers don't share. */
  signal?: AbortSignal | undefined
}

/** The result of `fetchCalendar`: a calendar with its health, or the reason why there is none. */
export type FetchedCalendar = ReadableCalendar | UnreadableCalendar

interface ReadableCalendar extends FetchedFields {
  calendar: Calendar
  health: FreshHealth | StaleHealth
}

interface UnreadableCalendar extends FetchedFields {
  calendar?: undefined
  health: FailedHealth
}

interface FetchedFields {
  problems: FeedProblem[]
  /**
   * Resolves when no work of this call is running anymore.
   *
   * It is set only when the download continues after the result was returned. A host that freezes a
   * function after its response must wait for it (`waitUntil`).
   */
  settled?: Promise<void>
}

/**
 * Returns the feed's calendar, as new as the deadline allows.
 *
 * @throws the reason of `signal` when it aborts, and nothing else
 */
export async function readFeed(
  {id, url}: CalendarAddress,
  options: ReadOptions,
): Promise<FetchedCalendar> {
  const {cache, allowHosts, limits, now, force, guard, downloads} = options
  const resultOf = (record: FeedRecord | undefined, fault?: FeedFault) =>
    resultWith(id, record, fault, options)
  const address = feedAddress(url, allowHosts)
  if (!(address instanceof URL)) return resultOf(undefined, address)
  const startedAt = now().getTime()
  const {record: cached, fault: cacheFault} = await readRecord(cache, id, limits)
  const record = cached?.url === url ? cached : undefined
  const refusal = guard.refusal(id, url)
  if (refusal) return resultOf(record, refusal)
  if (record && !force && Date.parse(record.nextTryAt) > now().getTime()) return resultOf(record)
  // A slow cache is part of the caller's wait. A clock can jump, also back.
  const passed = Math.max(0, now().getTime() - startedAt)
  const remaining = Math.ceil(limits.deadline - passed)
  const download = downloads.run(cache, `${id}\n${url}`, Math.max(0, remaining), () =>
    update(id, url, record, options),
  )
  const {settled} = download
  if (!force && canRevalidate(record, limits, now())) {
    return {...(await resultOf(record)), settled}
  }
  const read = await download.byDeadline
  if (!read) {
    const late = deadlineExceeded(address, limits, options.outlivesCaller)
    return {...(await resultOf(record, late)), settled}
  }
  const fetched = await resultOf(read.record)
  const fault = read.fault ?? cacheFault
  if (!fault) return fetched
  return {...fetched, problems: [...fetched.problems, {kind: 'feed', source: id, ...fault}]}
}

/**
 * Returns whether an expired copy may be returned while it is renewed. That requires that it expired
 * recently and the last request succeeded.
 */
function canRevalidate(
  record: FeedRecord | undefined,
  {staleWhileRevalidate}: FetchLimits,
  now: Date,
): boolean {
  if (!record?.copy || record.fault) return false
  return now.getTime() - Date.parse(record.nextTryAt) < staleWhileRevalidate
}

/** A feed's record after a download. */
export interface CachedRecord {
  record: FeedRecord | undefined
  /** Set when the cache failed. The feed is still read, but at each request. */
  fault?: FeedFault
}

async function readRecord(
  cache: FeedCache,
  id: string,
  {deadline}: FetchLimits,
): Promise<CachedRecord> {
  try {
    const found = await within(
      deadline,
      cache.get(id).then((record) => ({record})),
    )
    return (
      found ?? {record: undefined, fault: cacheFailed('read', `no answer in ${deadline / 1000} s`)}
    )
  } catch (error) {
    return {record: undefined, fault: cacheFailed('read', error)}
  }
}

async function update(
  id: string,
  url: string,
  record: FeedRecord | undefined,
  options: ReadOptions,
): Promise<CachedRecord> {
  const parse = (text: string) => parsedCopy(id, text, options)
  const fresh = await options.gate(() => refresh(url, record, {...options, parse}))
  options.signal?.throwIfAborted()
  try {
    await options.cache.set(id, fresh)
    return {record: fresh}
  } catch (error) {
    return {record: fresh, fault: cacheFailed('written', error)}
  }
}

async function resultWith(
  id: string,
  record: FeedRecord | undefined,
  fault: FeedFault | undefined,
  options: ReadOptions,
): Promise<FetchedCalendar> {
  const copy = record?.copy
  if (!copy) return failed(id, record, fault)
  await options.pause()
  try {
    const calendar = parsedCopy(id, copy.text, options)
    const health = servedHealth(record, copy, fault, options.now().getTime())
    return {calendar, health, problems: feedProblems(id, health, copy)}
  } catch (error) {
    if (error instanceof TextRefused) return failed(id, record, error.fault)
    throw error
  }
}

function failed(
  id: string,
  record: FeedRecord | undefined,
  fault: FeedFault | undefined,
): UnreadableCalendar {
  const health = failedHealth(record, fault)
  return {health, problems: feedProblems(id, health, undefined)}
}
