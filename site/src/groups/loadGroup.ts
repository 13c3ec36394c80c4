import type {Loader} from 'touchpoints'

import type {MeetingsResult} from '../meetings/loadMeetings.ts'
import type {SeriesWithNext} from '../meetings/pageContent.ts'
import type {WorkingGroup} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {type Unreachable, unreachable} from '../meetings/unreachable.ts'
import {type GroupSessions, groupSessions} from './groupSessions.ts'

/** A group with what its page shows, or the reason why it is not shown. */
export type GroupResult =
  | {kind: 'group'; group: WorkingGroup; series: SeriesWithNext[]; sessions: GroupSessions}
  | {kind: 'absent'}
  | Unreachable

/** Loads the group with a slug. The meetings page has its documents, except for past sessions. */
export async function loadGroup(
  loader: Loader,
  view: RequestView,
  {meetings}: Extract<MeetingsResult, {kind: 'meetings'}>,
  slug: string,
): Promise<GroupResult> {
  const group = meetings.workingGroups.find((each) => each.slug === slug)
  if (!group) return {kind: 'absent'}
  const series = meetings.series.filter((each) => each.group?._id === group._id)
  try {
    return {kind: 'group', group, series, sessions: await groupSessions(loader, view, series)}
  } catch (error) {
    return unreachable(error)
  }
}
