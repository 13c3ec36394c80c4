import type {DocumentTypeName, None} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import type {Loader} from './loader.ts'
import {calendarView} from './views/calendar.ts'
import {calendarDecisionView} from './views/calendarDecision.ts'
import {communityView} from './views/community.ts'
import {guestView} from './views/guest.ts'
import {meetingsPageView} from './views/meetingsPage.ts'
import {organizationView} from './views/organization.ts'
import {recordingView} from './views/recording.ts'
import {seriesView} from './views/series.ts'
import {touchpointView} from './views/touchpoint.ts'
import {workingGroupView} from './views/workingGroup.ts'

/** How a loader reads the documents of one type. */
interface DocumentRead<Name extends DocumentTypeName> {
  /** What a site receives. */
  view: z.ZodMiniType<{_id: string; _type: Name; updatedAt: string}>
  /** The loader's method for the type. Collections of a site have the same name. */
  method: keyof Loader | None
  /** GROQ sort keys of the complete list. */
  order: string | None
}

// Reasons are short, because they are in the bundle of every site.
const withOthers = {none: 'See others.'} as const

export const documentReads = {
  touchpoint: {
    view: touchpointView,
    method: 'touchpoints',
    order: {none: 'See touchpointsQuery.'},
  },
  series: {view: seriesView, method: 'series', order: 'title asc'},
  guest: {view: guestView, method: 'guests', order: 'name asc'},
  organization: {view: organizationView, method: withOthers, order: withOthers},
  workingGroup: {view: workingGroupView, method: 'workingGroups', order: 'title asc'},
  recording: {
    view: recordingView,
    method: 'recordings',
    // Newest first. A recording without a date uses the date of its session; others come last.
    order: 'coalesce(date,touchpoint->schedule.start) desc',
  },
  calendar: {
    view: calendarView,
    method: 'calendars',
    // The community's own calendars come first.
    order: 'ownership == "own" desc,title asc',
  },
  calendarDecision: {view: calendarDecisionView, method: withOthers, order: withOthers},
  community: {view: communityView, method: 'community', order: {none: 'There is one.'}},
  meetingsPage: {
    view: meetingsPageView,
    method: 'meetingsPage',
    order: {none: 'See pageQuery.'},
  },
} as const satisfies {[Name in DocumentTypeName]: DocumentRead<Name>}

type Reads = typeof documentReads

/** Types that a loader returns as one sorted list. */
export type ListedTypeName = {
  [Name in DocumentTypeName]: Reads[Name]['order'] extends None ? never : Name
}[DocumentTypeName]

/** The loader's method for a type, or never when it has none. */
export type MethodOf<Name extends DocumentTypeName> = Exclude<Reads[Name]['method'], None>
