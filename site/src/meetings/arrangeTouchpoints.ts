import type {Meetings, Series, Touchpoint} from './pageContent.ts'

/** The touchpoints of a page, grouped. Each one is in one group. */
export interface ArrangedTouchpoints {
  /** The next touchpoint of each series, soonest first. */
  next: Touchpoint[]
  /** All other future touchpoints, including cancelled ones, soonest first. */
  later: Touchpoint[]
  /** By year, newest first. */
  past: PastYear[]
  /** Series without a future touchpoint. */
  unscheduled: Series[]
}

export interface PastYear {
  year: string
  /** Held and cancelled touchpoints. */
  touchpoints: Touchpoint[]
  /** Planned touchpoints that were never confirmed. It is unknown whether they took place. */
  unconfirmed: Touchpoint[]
}

/** Groups the touchpoints of a page. */
export function arrangeTouchpoints({series, upcoming, past}: Meetings): ArrangedTouchpoints {
  const next = series.flatMap((each) => each.next ?? []).sort(soonest)
  const shown = new Set(next.map(({_id}) => _id))
  const later = upcoming.filter(({_id}) => !shown.has(_id))
  const scheduled = new Set([...next, ...later].map((each) => each.series._id))
  const years = Map.groupBy(past, ({schedule}) => schedule.start.slice(0, 4))
  return {
    next,
    later,
    past: [...years].map(([year, touchpoints]) => ({year, ...splitByStatus(touchpoints)})),
    unscheduled: series.filter(({_id, kind}) => kind !== 'workingGroupCall' && !scheduled.has(_id)),
  }
}

function splitByStatus(past: readonly Touchpoint[]): Omit<PastYear, 'year'> {
  return {
    touchpoints: past.filter(({status}) => status !== 'planned'),
    unconfirmed: past.filter(({status}) => status === 'planned'),
  }
}

/** Whether a touchpoint is in progress at `now`, a UTC instant. */
export function isLive({schedule, status}: Touchpoint, now: string): boolean {
  return schedule.start <= now && now < schedule.end && status !== 'cancelled'
}

/** The loader writes all instants in one format, so they can be compared as strings. */
function soonest(a: Touchpoint, b: Touchpoint): number {
  return a.schedule.start.localeCompare(b.schedule.start)
}
