import type {FeedProblem} from '../../problems.ts'
import type {Calendar} from '../types.ts'
import type {FeedCache} from './feedCache.ts'
import {feedAddress} from './feedAddress.ts'
import type {FeedFetch} from './feedFetch.ts'
import {
  failedHealth,
  servedHealth,
  type FailedHealth,
  type FeedHealth,
  type FreshHealth,
  type StaleHealth,
} from './feedHealth.ts'
import type {FeedCopy, FeedFault, FeedRecord} from './feedRecord.ts'
import {longestTimer, type FetchLimits} from './fetchLimits.ts'
import {parsedCopy} from './parsedCopies.ts'
import {refresh} from './refresh.ts'

export interface CalendarAddress {
  /** The calendar document's id: what its copy is kept under, and what problems name. */
  id: string
  /** `https:` or `webcal:`. */
  url: string
}

export interface ReadOptions {
  cache: FeedCache
  fetch: FeedFetch
  now: () => Date
  limits: FetchLimits
  /** Hosts that may be read without encryption, such as `localhost:3900`. */
  allowHosts: readonly string[]
  /** Asks even when the copy is still fresh or a failure is being waited out. */
  force: boolean
  /** Runs a reading when there is room for it: how many feeds are read at a time. */
  gate: (read: () => Promise<FeedRecord>) => Promise<FeedRecord>
}

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
   * Resolves when nothing of this call runs any more. Only set when the answer came first and the
   * reading goes on: a host that freezes after its answer waits for it (`waitUntil`).
   */
  settled?: Promise<void>
}

/** The feed's calendar, as new as the deadline allows. Never throws. */
export async function readFeed(
  {id, url}: CalendarAddress,
  options: ReadOptions,
): Promise<FetchedCalendar> {
  const {cache, allowHosts, limits, now, force} = options
  const address = feedAddress(url, allowHosts)
  if (!(address instanceof URL)) return answer(id, cache, undefined, address, now)
  const {record: found, fault: unread} = await remembered(cache, id)
  const record = found?.url === url ? found : undefined
  if (record && !force && Date.parse(record.nextTryAt) > now().getTime()) {
    return answer(id, cache, record, undefined, now)
  }
  const reading = once(cache, id, url, () => update(id, url, record, options))
  const settled = reading.then(nothing, nothing)
  if (!force && mayBeRenewed(record, limits, now())) {
    return {...answer(id, cache, record, undefined, now), settled}
  }
  const read = await byDeadline(reading, limits.deadline)
  if (read)
    return withCacheFault(id, answer(id, cache, read.record, undefined, now), read.fault ?? unread)
  const late = answer(id, cache, record, slow(address, limits), now)
  return {...late, settled}
}

function nothing(): void {}

/** A copy that was good until lately need not keep a visitor waiting. One after a fault must. */
function mayBeRenewed(
  record: FeedRecord | undefined,
  {renewWithin}: FetchLimits,
  now: Date,
): boolean {
  if (!record?.copy || record.fault) return false
  return now.getTime() - Date.parse(record.nextTryAt) < renewWithin
}

interface Remembered {
  record: FeedRecord | undefined
  /** When the cache fails, the feed is still read: it only costs more. */
  fault?: FeedFault
}

async function remembered(cache: FeedCache, id: string): Promise<Remembered> {
  try {
    return {record: await cache.get(id)}
  } catch (error) {
    return {record: undefined, fault: cacheFault('read', error)}
  }
}

async function update(
  id: string,
  url: string,
  record: FeedRecord | undefined,
  options: ReadOptions,
): Promise<Remembered> {
  const parse = (text: string) => parsedCopy(options.cache, id, text)
  const fresh = await options.gate(() => refresh(url, record, {...options, parse}))
  try {
    await options.cache.set(id, fresh)
    return {record: fresh}
  } catch (error) {
    return {record: fresh, fault: cacheFault('written', error)}
  }
}

/** Two visitors at once ask the feed's server once. */
const underWay = new WeakMap<FeedCache, Map<string, Promise<Remembered>>>()

function once(
  cache: FeedCache,
  id: string,
  url: string,
  read: () => Promise<Remembered>,
): Promise<Remembered> {
  const readings = underWay.get(cache) ?? new Map<string, Promise<Remembered>>()
  underWay.set(cache, readings)
  const key = `${id}\n${url}`
  const running = readings.get(key)
  if (running) return running
  const reading = read().finally(() => readings.delete(key))
  readings.set(key, reading)
  return reading
}

async function byDeadline<T>(promise: Promise<T>, deadline: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.min(deadline, longestTimer), undefined)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

function answer(
  id: string,
  cache: FeedCache,
  record: FeedRecord | undefined,
  fault: FeedFault | undefined,
  now: () => Date,
): FetchedCalendar {
  const copy = record?.copy
  if (!copy) {
    const health = failedHealth(record, fault)
    return {health, problems: problemsOf(id, health, undefined)}
  }
  const health = servedHealth(record, copy, fault, now().getTime())
  const calendar = parsedCopy(cache, id, copy.text)
  return {calendar, health, problems: problemsOf(id, health, copy)}
}

function problemsOf(id: string, health: FeedHealth, copy: FeedCopy | undefined): FeedProblem[] {
  const problems: FeedProblem[] = []
  if (health.state !== 'fresh') {
    const staleSeconds = health.state === 'stale' ? health.staleSeconds : undefined
    problems.push(problem(id, health.fault, staleSeconds))
  }
  const type = copy?.contentType
  if (copy && !/^text\/calendar\b/i.test(type ?? '')) {
    const sent = type === undefined ? 'without a Content-Type' : `as ${type}`
    const message = `It is a calendar, but sent ${sent}. Other programs may refuse it; whoever runs the feed should send text/calendar.`
    problems.push(problem(id, {code: 'content-type', message}))
  }
  return problems
}

function withCacheFault(
  id: string,
  fetched: FetchedCalendar,
  fault: FeedFault | undefined,
): FetchedCalendar {
  return fault ? {...fetched, problems: [...fetched.problems, problem(id, fault)]} : fetched
}

function problem(source: string, fault: FeedFault, staleSeconds?: number): FeedProblem {
  return {kind: 'feed', source, ...fault, ...(staleSeconds !== undefined && {staleSeconds})}
}

function slow({host}: URL, {deadline}: FetchLimits): FeedFault {
  const message = `${host} has not sent its feed within ${deadline / 1000} s. It is still being read; the next request has it.`
  return {code: 'slow', message}
}

function cacheFault(what: 'read' | 'written', error: unknown): FeedFault {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The cache of feeds could not be ${what} (${reason}), so feeds are read at each request and no last good copy is kept.`
  return {code: 'cache', message}
}
