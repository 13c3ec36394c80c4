import type {MergedEvent} from '@touchpoints/calendar'

import {type CalendarSnapshot, readSnapshot} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'

export interface SnapshotCacheOptions {
  loader: Loader
  /** Title of the feeds. Defaults to the title of the meetings page. */
  title?: string
  /** Returns the absolute address of the page about an event. `pagePath` is the path of the meetings page. */
  pageOf?: (event: MergedEvent, pagePath: string) => string | undefined
  /** Window around now, in days. Defaults to 92 back and 184 ahead. */
  days?: {back: number; ahead: number}
  /** Seconds that a snapshot is served before it is read again. Defaults to 60. */
  maxAgeSeconds?: number
  /** Returns the current time. Defaults to the system's clock. */
  now?: () => Date
  /** Called with the error when refreshing fails. Visitors don't see it. */
  onError?: (error: unknown) => void
}

export type SnapshotState = ReadSnapshot | {kind: 'failed'}

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
  /** Milliseconds since 1970. */
  now(): number
}

/** Seconds without a query after a failure, so that visitors don't overload a failing lake. */
const retrySeconds = 5

/**
 * Creates a cache of the last snapshot. Concurrent callers share one read. A read that fails keeps the last
 * good snapshot. `current` rejects only until the first read succeeds.
 */
export function snapshotCache(options: SnapshotCacheOptions): SnapshotCache {
  const {loader, title, pageOf, days, maxAgeSeconds = 60, now: clock = () => new Date()} = options
  const now = () => clock().getTime()
  let state: ReadSnapshot | undefined
  let hasFailed = false
  let reading: Promise<ReadSnapshot> | undefined

  async function read(): Promise<ReadSnapshot> {
    const readAt = now()
    try {
      const snapshot = await readSnapshot(loader, {
        now: new Date(readAt).toISOString(),
        ...(title !== undefined && {title}),
        ...(pageOf && {pageOf}),
        ...(days && {days}),
      })
      const changes = Date.parse(snapshot.document.nextChangeAt ?? '')
      const {stale} = snapshot
      const latest = readAt + (stale ? retrySeconds : maxAgeSeconds) * 1000
      // Without a minimum, a change that is due now would cause a read for every request.
      const soonest = readAt + 1000
      const freshUntil = Math.max(soonest, Math.min(latest, changes || latest))
      const contentAt = stale ? Date.parse(stale.since) : readAt
      state = {kind: 'read', snapshot, freshUntil, contentAt}
    } catch (failure) {
      hasFailed = true
      if (!state) throw failure
      options.onError?.(failure)
      state = {...state, freshUntil: readAt + retrySeconds * 1000, failure}
    } finally {
      reading = undefined
    }
    return state
  }

  return {
    now,
    last: () => state ?? (hasFailed ? {kind: 'failed'} : undefined),
    async current() {
      if (state && state.freshUntil > now()) return state
      reading ??= read()
      if (!state || (!state.failure && !state.snapshot.stale)) return reading
      // It does not reject, because there is a snapshot.
      void reading
      return state
    },
  }
}
