import type {FeedReport} from '@touchpoints/calendar'

import type {PublishedCalendar} from '../../feeds/index.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import type {LakeHealth} from '../../lake/lakeHealth.ts'
import type {Loader} from '../../loader.ts'
import type {Problem} from '../../problems.ts'
import {failureReason, type FailureReason} from './failureReason.ts'
import {lakeIsBack} from './lakeIsBack.ts'
import type {SnapshotCache, SnapshotState} from './snapshotCache.ts'

/** State of one dependency as last observed. */
interface Observed {
  state: 'starting' | 'ok' | 'stale' | 'unavailable'
  /** Seconds since it was last read. Absent when it never was. */
  age?: number
  /** Why it is not read: a code. Absent while it is. */
  reason?: string
  /** The reason in a few words. */
  detail?: string
}

/**
 * Returns the response for monitoring. It reports what was last observed and touches nothing, so that it is
 * as fast when the Content Lake or a feed hangs. It contains counts and states only. `touchpoints doctor`
 * lists the problems themselves, with a token.
 *
 * The status is 503 only when there is nothing to serve, and the next request will not change that.
 */
export function health(
  snapshots: SnapshotCache,
  loader: Pick<Loader, 'health' | 'clock'>,
): Response {
  const last = snapshots.last()
  const state = last?.kind === 'read' ? last : undefined
  const lake = loader.health()
  const contentLake = lakeOf(lake)
  const snapshot = snapshotOf(last, loader.clock())
  const calendars = state ? calendarsOf(state, loader.clock()) : []
  const hasNothing = last?.kind === 'failed' && !lakeIsBack(last.failure, lake)
  const status = hasNothing ? 'down' : statusOf([contentLake, snapshot, ...calendars])
  const body = {
    status,
    contentLake,
    snapshot,
    calendars,
    ...(state && {
      lastSuccess: new Date(state.contentAt).toISOString(),
      events: state.snapshot.document.events.length,
      problems: state.snapshot.problems.length,
      problemsByKind: problemsByKind(state.snapshot),
      nextChangeAt: state.snapshot.document.nextChangeAt,
    }),
  }
  return Response.json(body, {
    status: status === 'down' ? 503 : 200,
    headers: {'cache-control': 'no-store'},
  })
}

function statusOf(observed: readonly Observed[]): 'starting' | 'ok' | 'degraded' {
  const all = observed.map(({state}) => state)
  if (all.some((state) => state === 'stale' || state === 'unavailable')) return 'degraded'
  return all.includes('ok') ? 'ok' : 'starting'
}

/** `age` is that of the observation while it answers, and of its last answer while it does not. */
function lakeOf(lake: LakeHealth): Observed {
  if (lake.state === 'starting') return {state: 'starting'}
  if (lake.state === 'ok') return {state: 'ok', age: lake.age}
  const {reason, detail, checkedAt, lastSuccessAt, age} = lake
  if (lastSuccessAt === undefined) return {state: 'unavailable', reason, detail}
  const between = (Date.parse(checkedAt) - Date.parse(lastSuccessAt)) / 1000
  return {state: 'unavailable', reason, detail, age: age + between}
}

function snapshotOf(last: SnapshotState | undefined, now: number): Observed {
  if (!last) return {state: 'starting'}
  if (last.kind === 'failed') return {state: 'unavailable', ...failureReason(last.failure)}
  const age = secondsSince(last.contentAt, now)
  if (last.failure !== undefined) return {state: 'stale', ...failureReason(last.failure), age}
  const {stale} = last.snapshot
  return stale ? {state: 'stale', reason: stale.reason, age} : {state: 'ok', age}
}

function calendarsOf({snapshot, contentAt}: SnapshotState & {kind: 'read'}, now: number) {
  const reports = new Map(snapshot.feeds.map((report) => [report.id, report]))
  return snapshot.document.calendars.map(({id, title, state}) => {
    const report = reports.get(id)
    const at = readAt(report, state) ?? contentAt
    return {
      id,
      title,
      state,
      ...(faultOf(report) ?? unreadOf(id, snapshot.problems)),
      ...(state !== 'unavailable' && {age: secondsSince(at, now)}),
    }
  })
}

/** The code of a fault. Its message contains the address of the feed, which can be a secret. */
function faultOf(report: FeedReport | undefined): {reason: string} | undefined {
  const health = report?.health
  return health && health.state !== 'fresh' ? {reason: health.fault.code} : undefined
}

/** Says that the loader has no reader of feeds, which its calendars need. */
function unreadOf(id: string, problems: readonly Problem[]): FailureReason | undefined {
  const unread = problems.find(
    (each) => each.kind === 'configuration' && each.calendarIds.includes(id),
  )
  return unread?.kind === 'configuration' ? {reason: unread.kind, detail: unread.option} : undefined
}

/** When the copy of a feed was last read or confirmed, in milliseconds since 1970. */
function readAt(report: FeedReport | undefined, state: PublishedCalendar['state']) {
  if (!report || report.health.state === 'failed' || state === 'unavailable') return undefined
  return Date.parse(report.health.lastSuccessAt)
}

/** Counts the problems. `publish` is what an extension cannot publish. */
function problemsByKind({problems, unpublished}: CalendarSnapshot): Record<string, number> {
  const faults: ReadonlySet<Problem> = new Set(unpublished)
  const kinds = Map.groupBy(problems, (each) => (faults.has(each) ? 'publish' : each.kind))
  return Object.fromEntries([...kinds].map(([kind, {length}]) => [kind, length]))
}

function secondsSince(at: number, now: number): number {
  return Math.max(0, Math.round((now - at) / 1000))
}
