import {type CalendarSnapshot, type PageOf, readSnapshot} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'
import type {Logger} from '../../logger.ts'
import type {LiveChanges} from '../../preview/liveChanges.ts'
import type {Stale} from '../../stale.ts'

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

export type SnapshotState = ReadSnapshot | {kind: 'failed'; failure: unknown}

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
   * Returns the snapshot, and reads it first when it is not fresh. While reading fails, it returns the last
   * one at once and reads in the background.
   */
  current(): Promise<ReadSnapshot>
  /** Returns what the last read left, without reading. Undefined before the first read has ended. */
  last(): SnapshotState | undefined
}

/** Seconds without a query after a failure, so that visitors don't overload a failing lake. */
const retrySeconds = 5

/**
 * Creates a cache of the last snapshot. Concurrent callers share one read. A read that fails keeps the last
 * good snapshot, unless an event has changed its content. `current` rejects only while there is none.
 */
export function snapshotCache(options: SnapshotCacheOptions & {logger: Logger}): SnapshotCache {
  const {loader, language, title, pageOf, days, maxAgeSeconds = 60, logger} = options
  let state: ReadSnapshot | undefined
  let lastFailure: {kind: 'failed'; failure: unknown} | undefined
  let reading: Promise<ReadSnapshot> | undefined
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
    if (!state) return
    state = {...state, freshUntil: 0}
    if (type === 'restart') return
    isChanged = true
    start().catch(() => {})
  })

  function start(): Promise<ReadSnapshot> {
    const started = read(reads++).finally(() => {
      if (reading === started) reading = undefined
    })
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
      lastFailure = {kind: 'failed', failure}
      if (isChanged) state = undefined
      if (!state) throw failure
      logger.error(
        'touchpoints: the calendar could not be read again, so it stays as it is.',
        failure,
      )
      state = {...state, freshUntil: readAt + retrySeconds * 1000, failure}
      return state
    }
  }

  return {
    last: () => state ?? lastFailure,
    async current() {
      if (state && state.freshUntil > loader.clock()) return state
      const latest = reading ?? start()
      const isFailing = state && (state.failure !== undefined || state.snapshot.stale)
      if (!state || isChanged || !isFailing) return latest
      // Visitors get the last one meanwhile.
      latest.catch(() => {})
      return state
    },
  }
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
