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

export interface SnapshotState {
  snapshot: CalendarSnapshot
  /** Milliseconds since 1970 until which no known change is due. */
  freshUntil: number
  /** When it was read, milliseconds since 1970. */
  readAt: number
  /** Error of the last refresh. Absent when it succeeded. */
  failure?: unknown
}

export interface SnapshotCache {
  /** Returns the snapshot, and reads it first when it is not fresh. */
  current(): Promise<SnapshotState>
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
  let state: SnapshotState | undefined
  let reading: Promise<SnapshotState> | undefined

  async function read(): Promise<SnapshotState> {
    const readAt = now()
    try {
      const snapshot = await readSnapshot(loader, {
        now: new Date(readAt).toISOString(),
        ...(title !== undefined && {title}),
        ...(pageOf && {pageOf}),
        ...(days && {days}),
      })
      const changes = Date.parse(snapshot.document.nextChangeAt ?? '')
      const latest = readAt + maxAgeSeconds * 1000
      // Without a minimum, a change that is due now would cause a read for every request.
      const soonest = readAt + 1000
      const freshUntil = Math.max(soonest, Math.min(latest, changes || latest))
      state = {snapshot, freshUntil, readAt}
    } catch (failure) {
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
    async current() {
      if (state && state.freshUntil > now()) return state
      reading ??= read()
      return reading
    },
  }
}
