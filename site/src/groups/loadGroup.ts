import type {Loader} from 'touchpoints'

import {loadAhead} from '../meetings/loadAhead.ts'
import type {OwnMeeting} from '../meetings/ownMeetings.ts'
import type {Meetings, SeriesWithNext} from '../meetings/pageContent.ts'
import type {WorkingGroup} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {type Unreachable, unreachable} from '../meetings/unreachable.ts'
import {type GroupSessions, groupSessions} from './groupSessions.ts'

/** A group with what its page shows, or the reason why it is not shown. */
export type GroupResult =
  | {
      kind: 'group'
      group: WorkingGroup
      series: SeriesWithNext[]
      sessions: GroupSessions
      /** Next dates of the group, soonest first. */
      dates: OwnMeeting[]
      /** UTC instant of the next change of the page. */
      nextChangeAt: string | undefined
    }
  | {kind: 'absent'}
  | Unreachable

/** Loads the group with a slug. The meetings page has its documents, except for past sessions. */
export async function loadGroup(
  loader: Loader,
  view: RequestView,
  meetings: Meetings,
  slug: string,
): Promise<GroupResult> {
  const group = meetings.workingGroups.find((each) => each.slug === slug)
  if (!group) return {kind: 'absent'}
  const series = meetings.series.filter((each) => each.group?._id === group._id)
  try {
    const [sessions, ahead] = await Promise.all([
      groupSessions(loader, view, series),
      loadAhead(loader, view),
    ])
    const {nextChangeAt} = ahead
    const dates = ahead.dates.filter(({groupId}) => groupId === group._id)
    return {kind: 'group', group, series, sessions, dates, nextChangeAt}
  } catch (error) {
    return unreachable(error)
  }
}
