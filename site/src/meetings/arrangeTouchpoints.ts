import type {Meetings, Series, Touchpoint} from './pageContent.ts'

/** Touchpoints as the page shows them, each once. */
export interface ArrangedTouchpoints {
  /** The next one of each series that has one, soonest first. */
  next: Touchpoint[]
  /** What else is to come, cancelled ones too, soonest first. */
  further: Touchpoint[]
  /** By year, newest first. */
  past: PastYear[]
  /** Series with nothing to come. */
  quiet: Series[]
}

export interface PastYear {
  year: string
  /** What took place, and what was called off. */
  touchpoints: Touchpoint[]
  /** Dates that were planned and never confirmed: of those nobody can tell whether they took place. */
  unconfirmed: Touchpoint[]
}

export function arrangeTouchpoints({series, upcoming, past}: Meetings): ArrangedTouchpoints {
  const next = series.flatMap((each) => each.next ?? []).sort(soonest)
  const shown = new Set(next.map(({_id}) => _id))
  const further = upcoming.filter(({_id}) => !shown.has(_id))
  const busy = new Set([...next, ...further].map((each) => each.series._id))
  const years = Map.groupBy(past, ({schedule}) => schedule.start.slice(0, 4))
  return {
    next,
    further,
    past: [...years].map(([year, touchpoints]) => ({year, ...byCertainty(touchpoints)})),
    quiet: series.filter(({_id, kind}) => kind !== 'workingGroupCall' && !busy.has(_id)),
  }
}

function byCertainty(past: readonly Touchpoint[]): Omit<PastYear, 'year'> {
  return {
    touchpoints: past.filter(({status}) => status !== 'planned'),
    unconfirmed: past.filter(({status}) => status === 'planned'),
  }
}

/** Whether it goes on at `now`, a UTC instant. */
export function isOnNow({schedule, status}: Touchpoint, now: string): boolean {
  return schedule.start <= now && now < schedule.end && status !== 'cancelled'
}

/** The loader writes instants all alike, so they compare as text. */
function soonest(a: Touchpoint, b: Touchpoint): number {
  return a.schedule.start.localeCompare(b.schedule.start)
}
