/**
 * What a source says about a meeting: a session (`planned`, `confirmed`, `cancelled`, `held`), a merged event
 * (`tentative`, `to-be-announced`), or the exception of a cadence (`skipped`). That a date was moved is no status:
 * it takes place, and `site.movedFrom` says from when it was moved.
 */
export type StatedStatus =
  | 'planned'
  | 'confirmed'
  | 'cancelled'
  | 'held'
  | 'tentative'
  | 'to-be-announced'
  | 'skipped'

/** What a source says about a meeting, or what follows from it at a time. */
export type MeetingStatus = StatedStatus | 'live' | 'past' | 'unconfirmed'

/** Where a meeting is, seen from now. */
export type Phase = 'ahead' | 'live' | 'past'

/** A UTC instant, or milliseconds since the epoch. A date or a local time without a zone counts as UTC. */
type Moment = string | number

/** Returns the phase of a meeting. At its end, it is past. */
export function phaseOf({start, end}: {start: Moment; end: Moment}, now: Moment): Phase {
  const at = timeOf(now)
  if (timeOf(end) <= at) return 'past'
  return timeOf(start) <= at ? 'live' : 'ahead'
}

function timeOf(moment: Moment): number {
  if (typeof moment === 'number') return moment
  // Without a zone, the result would depend on the zone of the host.
  return Date.parse(/^[^T]*T[^Z+-]*$/.test(moment) ? `${moment}Z` : moment)
}

/**
 * Returns the status that people read in a phase.
 *
 * A meeting that is canceled stays so. One that is to be announced is never live, because nobody said that it
 * takes place. A past one that was never confirmed is `unconfirmed`: it is unknown whether it took place.
 *
 * @example statusNow('planned', 'live') // 'live'
 */
export function statusNow(status: StatedStatus, phase: Phase): MeetingStatus {
  return shown[status][phase]
}

const certain = {ahead: 'confirmed', live: 'live', past: 'past'} as const
const tentative = {ahead: 'tentative', live: 'live', past: 'unconfirmed'} as const
const off = {ahead: 'cancelled', live: 'cancelled', past: 'cancelled'} as const

const shown = {
  planned: tentative,
  tentative,
  confirmed: certain,
  held: certain,
  cancelled: off,
  skipped: off,
  'to-be-announced': {ahead: 'to-be-announced', live: 'to-be-announced', past: 'unconfirmed'},
} as const satisfies Record<StatedStatus, Record<Phase, MeetingStatus>>
