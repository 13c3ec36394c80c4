import {QueryError} from '../../errors.ts'
import {type CalendarSnapshot, type PageOf, readSnapshot} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'
import type {Logger} from '../../logger.ts'
import type {LiveChanges} from '../../preview/liveChanges.ts'
import type {Stale} from '../../stale.ts'
import {lakeIsBack} from './lakeIsBack.ts'

export interface SnapshotCacheOptions {
  loader: Loader
  /** BCP 47 tag of the content and of the texts around it. Defaults to the community's default language. */
  language?: string
  /** Title of the feeds. Defaults to the title of the meetings page with the community's name. */
  title?: string
  /** Returns the absolute address of the page about an event. */
  pageOf?: PageOf
  /** Window around now, in days. Defaults to 92 back and 184 ahead. */
  days?: {back: number; ahead: number}
  /** Seconds that a snapshot is served before it is read again. Defaults to 60. */
  maxAgeSeconds?: number
  /**
   * Reports the sync tags of what changed: `liveChanges` of touchpoints/preview. A change is then in the next
   * response, and what it withdrew is not served again, even while the Content Lake is down.
   */
  changes?: Pick<LiveChanges, 'subscribe'>
  /**
   * Receives why a visitor gets a 503 or an earlier calendar, and what an extension cannot publish. Defaults to the console, with each cause once a
   * minute. `silent` turns it off.
   */
  logger?: Logger
}

export type SnapshotState = ReadSnapshot | FailedSnapshot

export interface FailedSnapshot {
  kind: 'failed'
  failure: unknown
  /** Milliseconds since 1970. */
  failedAt: number
}

export interface ReadSnapshot {
  kind: 'read'
  snapshot: CalendarSnapshot
  /** Milliseconds since 1970 until which no known change is due. */
  freshUntil: number
  /** When the Content Lake gave its content, milliseconds since 1970. */
  contentAt: number
  /** Error of the last refresh. Absent when it succeeded. */
  failure?: unknown
}

export interface SnapshotCache {
  /**
   * Returns the snapshot, and reads it first when it is not fresh. When the read takes long or has failed, it
   * returns the last one and reads in the background. When there is none, it rejects with the last failure
   * in the same way.
   */
  current(): Promise<ReadSnapshot>
  /** Returns what the last read left, without reading. Undefined before the first read has ended. */
  last(): SnapshotState | undefined
}

/** Seconds without a query after a failure, so that visitors don't overload a failing lake. */
const retrySeconds = 5

/** Longest such time that the Content Lake can ask for, so that a mistake there does not end the calendar. */
const maxRetrySeconds = 300

/** Milliseconds that visitors wait for a read when there is an earlier outcome. */
const patience = 1000

/** Milliseconds after which a read counts as lost. A worker ends what continues after its response. */
const lostAfter = 60_000

/** Calls a function later, unless it is cancelled. */
export type Later = (run: () => void, milliseconds: number) => {cancel: () => void}

const timer: Later = (run, milliseconds) => {
  const id = setTimeout(run, milliseconds)
  return {cancel: () => clearTimeout(id)}
}

/**
 * Creates a cache of the last snapshot. Concurrent callers share one read. A read that fails keeps the last
 * good snapshot, unless an event has changed its content. `current` rejects only while there is none.
 *
 * @param later - defaults to a timer
 */
export function snapshotCache(
  options: SnapshotCacheOptions & {logger: Logger},
  later: Later = timer,
): SnapshotCache {
  const {loader, language, title, pageOf, days, maxAgeSeconds = 60, logger} = options
  let state: ReadSnapshot | undefined
  let lastFailure: FailedSnapshot | undefined
  let reading: {promise: Promise<ReadSnapshot>; startedAt: number} | undefined
  let reads = 0
  /** Number of the first read after the last change. */
  let changedAt = 0
  let isChanged = false

  options.changes?.subscribe((message) => {
    const {type} = message
    if (type === 'message' && state && !carries(state.snapshot, message.tags)) return
    changedAt = reads
    // A read that started before the event may not contain the change.
    reading = undefined
    // An event is a sign that the lake answers.
    lastFailure = undefined
    if (!state) return
    state = {...state, freshUntil: 0}
    if (type === 'restart') return
    isChanged = true
    start().promise.catch(() => {})
  })

  function start() {
    const startedAt = loader.clock()
    const promise = read(reads++).finally(() => {
      if (reading === started) reading = undefined
    })
    const started = {promise, startedAt}
    reading = started
    return started
  }

  async function read(order: number): Promise<ReadSnapshot> {
    const readAt = loader.clock()
    const now = loader.now()
    try {
      const snapshot = await readSnapshot(loader, {
        now,
        ...(language !== undefined && {language}),
        ...(title !== undefined && {title}),
        ...(pageOf && {pageOf}),
        ...(days && {days}),
      })
      const nextChange = Date.parse(snapshot.document.nextChangeAt ?? '') - Date.parse(now) + readAt
      const {stale} = snapshot
      if (stale) logger.warn(servesEarlier(stale))
      for (const fault of faultsOf(snapshot)) logger.warn(fault)
      const latest = readAt + (stale ? retrySeconds : maxAgeSeconds) * 1000
      // Without a minimum, a change that is due now would cause a read for every request.
      const soonest = readAt + 1000
      const freshUntil = Math.max(soonest, Math.min(latest, nextChange || latest))
      const contentAt = stale ? Date.parse(stale.since) : readAt
      const result: ReadSnapshot = {kind: 'read', snapshot, freshUntil, contentAt}
      if (order < changedAt) return result
      isChanged = false
      state = result
      return result
    } catch (failure) {
      const failedAt = loader.clock()
      lastFailure = {kind: 'failed', failure, failedAt}
      if (isChanged) state = undefined
      if (!state) throw failure
      logger.error(
        'touchpoints: the calendar could not be read again, so it stays as it is.',
        failure,
      )
      state = {...state, freshUntil: failedAt + pauseAfter(failure), failure}
      return state
    }
  }

  /** Whether to wait with the next read, so that visitors get the last failure at once. */
  function isPausing({failure, failedAt}: FailedSnapshot): boolean {
    const age = loader.clock() - failedAt
    return age >= 0 && age < pauseAfter(failure) && !lakeIsBack(failure, loader.health())
  }

  /** Waits for a read as long as patience lasts. Then visitors get the last outcome, and the read goes on. */
  function patiently({promise, startedAt}: {promise: Promise<ReadSnapshot>; startedAt: number}) {
    return new Promise<ReadSnapshot>((resolve, reject) => {
      const remaining = patience - Math.max(0, loader.clock() - startedAt)
      const {cancel} = later(
        () => {
          // A change while a visitor waits withdraws the last one.
          if (isChanged) return
          if (state) resolve(state)
          else if (lastFailure) reject(lastFailure.failure)
        },
        Math.max(0, remaining),
      )
      promise.then(resolve, reject).finally(cancel)
    })
  }

  return {
    last: () => state ?? lastFailure,
    async current() {
      if (state && state.freshUntil > loader.clock()) return state
      if (!state && lastFailure && isPausing(lastFailure)) throw lastFailure.failure
      const isLost = reading && Math.abs(loader.clock() - reading.startedAt) >= lostAfter
      const latest = !reading || isLost ? start() : reading
      if (isChanged || !(state ?? lastFailure)) return latest.promise
      const isFailing = state && (state.failure !== undefined || state.snapshot.stale)
      if (!isFailing) return patiently(latest)
      // Visitors get the last one meanwhile.
      latest.promise.catch(() => {})
      return state ?? latest.promise
    },
  }
}

/** Returns the milliseconds without a read after this failure. */
function pauseAfter(failure: unknown): number {
  const wanted = failure instanceof QueryError ? failure.retryAfter : undefined
  return Math.min(Math.max(wanted ?? 0, retrySeconds * 1000), maxRetrySeconds * 1000)
}

function servesEarlier({since, reason}: Stale): string {
  return `touchpoints: the Content Lake does not answer (${reason}), so the calendar is that of ${since}.`
}

/** One line for each cause: a fault in `publish` is that of every document. */
function faultsOf({unpublished}: CalendarSnapshot): string[] {
  const byCause = Map.groupBy(unpublished, ({message}) => message)
  return [...byCause].map(([message, [first, ...others]]) => {
    const more = others.length > 0 ? ` So do ${others.length} more documents.` : ''
    return `touchpoints: ${first?.documentId}: ${message}${more}`
  })
}

/** Whether a snapshot may contain what changed. Without tags, nobody knows. */
function carries({syncTags}: CalendarSnapshot, tags: readonly string[]): boolean {
  return syncTags.length === 0 || syncTags.some((tag) => tags.includes(tag))
}
