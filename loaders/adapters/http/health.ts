import type {FeedReport} from '@touchpoints/calendar'

import type {PublishedCalendar} from '../../feeds/index.ts'
import type {LakeHealth} from '../../lakeHealth.ts'
import type {SnapshotCache, SnapshotState} from './snapshotCache.ts'

/** State of one dependency as last observed. */
interface Observed {
  state: 'starting' | 'ok' | 'stale' | 'unavailable'
  /** Seconds since it was last read. Absent when it never was. */
  age?: number
}

/**
 * Returns the response for monitoring. It reports what was last observed and touches nothing, so that it is
 * as fast when the Content Lake or a feed hangs. It contains counts and states only. `touchpoints doctor`
 * lists the problems themselves, with a token.
 *
 * The status is 503 only when there is nothing to serve.
 */
export function health(snapshots: SnapshotCache, lake: LakeHealth): Response {
  const last = snapshots.last()
  const state = last?.kind === 'read' ? last : undefined
  const contentLake = lakeOf(lake)
  const snapshot = snapshotOf(last, snapshots.clock())
  const calendars = state ? calendarsOf(state, snapshots.clock()) : []
  const status = statusOf(contentLake, snapshot, calendars)
  const body = {
    status,
    contentLake,
    snapshot,
    calendars,
    ...(state && {
      lastSuccess: new Date(state.contentAt).toISOString(),
      events: state.snapshot.document.events.length,
      problems: state.snapshot.problems.length,
      nextChangeAt: state.snapshot.document.nextChangeAt,
    }),
  }
  return Response.json(body, {
    status: status === 'down' ? 503 : 200,
    headers: {'cache-control': 'no-store'},
  })
}

function statusOf(
  contentLake: Observed,
  snapshot: Observed,
  calendars: readonly Observed[],
): 'starting' | 'ok' | 'degraded' | 'down' {
  // The next request reads the snapshot again, and the Content Lake answers.
  if (snapshot.state === 'unavailable' && contentLake.state !== 'ok') return 'down'
  const all = [contentLake, snapshot, ...calendars].map(({state}) => state)
  if (all.some((state) => state === 'stale' || state === 'unavailable')) return 'degraded'
  return all.includes('ok') ? 'ok' : 'starting'
}

/** `age` is that of the observation while it answers, and of its last answer while it does not. */
function lakeOf(lake: LakeHealth): Observed & {reason?: string} {
  if (lake.state === 'starting') return {state: 'starting'}
  if (lake.state === 'ok') return {state: 'ok', age: lake.age}
  const {reason, checkedAt, lastSuccessAt, age} = lake
  if (lastSuccessAt === undefined) return {state: 'unavailable', reason}
  const between = (Date.parse(checkedAt) - Date.parse(lastSuccessAt)) / 1000
  return {state: 'unavailable', reason, age: age + between}
}

function snapshotOf(last: SnapshotState | undefined, now: number): Observed {
  if (!last) return {state: 'starting'}
  if (last.kind === 'failed') return {state: 'unavailable'}
  const isStale = last.failure !== undefined || last.snapshot.stale !== undefined
  return {state: isStale ? 'stale' : 'ok', age: secondsSince(last.contentAt, now)}
}

function calendarsOf({snapshot, contentAt}: SnapshotState & {kind: 'read'}, now: number) {
  const reports = new Map(snapshot.feeds.map((report) => [report.id, report]))
  return snapshot.document.calendars.map(({id, title, state}) => {
    const at = readAt(reports.get(id), state) ?? contentAt
    return {id, title, state, ...(state !== 'unavailable' && {age: secondsSince(at, now)})}
  })
}

/** When the copy of a feed was last read or confirmed, in milliseconds since 1970. */
function readAt(report: FeedReport | undefined, state: PublishedCalendar['state']) {
  if (!report || report.health.state === 'failed' || state === 'unavailable') return undefined
  return Date.parse(report.health.lastSuccessAt)
}

function secondsSince(at: number, now: number): number {
  return Math.max(0, Math.round((now - at) / 1000))
}
