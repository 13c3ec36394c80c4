import type {
  CadenceInput,
  CalendarFeed,
  DecisionInput,
  MeetingIdentity,
  TouchpointInput,
} from '@touchpoints/calendar'

import {withheldLink} from '../audience/withheldLinks.ts'
import type {Calendar} from '../views/calendar.ts'
import type {CalendarDecision, DecidedMeeting} from '../views/calendarDecision.ts'
import type {Community} from '../views/community.ts'
import type {Series} from '../views/series.ts'
import type {Touchpoint} from '../views/touchpoint.ts'
import type {WorkingGroup} from '../views/workingGroup.ts'
import {cadenceOf} from './cadenceOf.ts'
import {defaultSeriesName} from './seriesName.ts'

/** The documents that events are made from, as views. */
export interface EventViews {
  community: Community | null
  calendars: readonly Calendar[]
  decisions: readonly CalendarDecision[]
  series: readonly Series[]
  touchpoints: readonly Touchpoint[]
  workingGroups: readonly WorkingGroup[]
}

/**
 * Converts views to the inputs of the merge. These have the join links that the views lost: the merge
 * compares them, and `publicEvents` removes them.
 */
export function eventInputs({community, calendars, decisions, series, touchpoints}: EventViews): {
  feeds: CalendarFeed[]
  touchpoints: TouchpointInput[]
  cadences: CadenceInput[]
  decisions: DecisionInput[]
} {
  // A calendar of another community can't decide about the community's dates.
  const own = new Set(calendars.flatMap(({_id, ownership}) => (ownership === 'own' ? _id : [])))
  const calendarOf = (id: string | undefined | null) => (id && own.has(id) ? id : null)
  return {
    feeds: calendars.filter(({enabled}) => enabled).flatMap(feedOf),
    touchpoints: touchpoints.map((touchpoint) => ({
      ...touchpointInput(touchpoint),
      joinUrl: touchpoint.links.join ?? withheldLink(touchpoint) ?? null,
    })),
    cadences: series
      .flatMap((each) => cadencesOf(each, community))
      .map((cadence) => {
        const calendarId = calendarOf(cadence.calendarId)
        return {...cadence, calendarId, eventUid: calendarId === null ? null : cadence.eventUid}
      }),
    decisions: decisions.flatMap(decisionInput),
  }
}

/** A decision that does not name two meetings says nothing. Rules report it to editors. */
function decisionInput({verdict, first, second}: CalendarDecision): DecisionInput[] {
  const [a, b] = [identityOf(first), identityOf(second)]
  return a && b ? [{verdict, meetings: [a, b]}] : []
}

function identityOf({
  documentId,
  calendarId,
  eventUid,
}: DecidedMeeting): MeetingIdentity | undefined {
  if (documentId !== null) return {kind: 'document', id: documentId}
  if (calendarId === null || eventUid === null) return undefined
  return {kind: 'feed-event', calendarId, uid: eventUid}
}

/** Length of a session when its series sets none. */
const defaultMinutes = 60

function feedOf(calendar: Calendar): CalendarFeed[] {
  const feedUrl = calendar.feedUrl ?? withheldLink(calendar)
  if (typeof feedUrl !== 'string') return []
  const {_id: id, title, ownership, timeZone, titleFilters} = calendar
  const {nonPublicEvents, mailAddresses} = calendar
  const feed = {
    id,
    title,
    feedUrl,
    own: ownership === 'own',
    titleFilters,
    nonPublicEvents,
    mailAddresses,
    ...(timeZone !== null && {timeZone}),
  }
  return [feed]
}

/** Returns a touchpoint with its title in the default language: the merge compares it with those of feeds. */
export function touchpointInput(touchpoint: Touchpoint): TouchpointInput {
  const {_id: id, slug, schedule, status, cancelReason, summary, links, series} = touchpoint
  return {
    id,
    title: touchpoint.defaultTitle,
    slug,
    start: schedule.start,
    minutes: schedule.minutes,
    timeZone: schedule.timeZone,
    status,
    cancelReason,
    summary,
    joinUrl: links.join,
    eventUid: touchpoint.eventUid,
    seriesId: series._id,
    seriesTitle: defaultSeriesName(series),
    groupId: series.group?._id ?? null,
    audience: touchpoint.audience,
  }
}

function cadencesOf(series: Series, community: Community | null): CadenceInput[] {
  const {_id: id, minutes, description, audience, defaultLinks} = series
  const cadence = cadenceOf(series, community)
  if (cadence === null) return []
  const input = {
    id,
    title: defaultSeriesName(series),
    cadence,
    meets: series.meets,
    groupId: series.group?._id ?? null,
    minutes: minutes ?? defaultMinutes,
    summary: description,
    joinUrl: defaultLinks?.join ?? withheldLink(series) ?? null,
    audience,
    calendarId: series.calendarId,
    eventUid: series.eventUid,
  }
  return [input]
}
