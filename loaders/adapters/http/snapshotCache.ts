import type {MergedEvent} from '@touchpoints/calendar'

import {type CalendarSnapshot, readSnapshot} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'

export interface SnapshotCacheOptions {
  loader: Loader
  /** Default: the meetings page's title. */
  title?: string
  /** The page about an event, absolute. `pagePath` is where the meetings page lies on its site. */
  pageOf?: (event: MergedEvent, pagePath: string) => string | undefined
  /** How far the window reaches from now. Default: 92 days back, 184 ahead. */
  days?: {back: number; ahead: number}
  /** How long an answer may be served without asking again. Default: 60. */
  maxAgeSeconds?: number
  /** Default: the system's clock. */
  now?: () => Date
  /** Told what visitors are not: why the programme could not be read. */
  onError?: (error: unknown) => void
}

export interface SnapshotState {
  snapshot: CalendarSnapshot
  /** Milliseconds of the epoch: until then nothing can have changed that was known. */
  freshUntil: number
  /** When it was read; milliseconds of the epoch. */
  readAt: number
  /** Why the last attempt to read it anew failed. */
  failure?: unknown
}

export interface SnapshotCache {
  current(): Promise<SnapshotState>
  now(): number
}

/** After a failure the Content Lake is left alone for a while, whatever the visitors ask. */
const retrySeconds = 5

/**
 * The programme as last read. One reader at a time, however many ask; a reader that fails leaves the
 * last good one in place. Rejects only while there has never been one.
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
      // A change that is due this very second would make every request read anew.
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
