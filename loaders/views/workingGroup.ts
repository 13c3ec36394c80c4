import type {SafeUrl} from '@touchpoints/calendar/links'
import {
  audience,
  channelKind,
  eventUid,
  instant,
  line,
  minutes,
  paragraph,
  slackChannel,
  slugText,
  workingGroupPhase,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Guest, guestView} from './guest.ts'
import {type Link, linkView} from './links.ts'
import {type Organization, organizationView} from './organization.ts'
import {type Recurrence, recurrenceView} from './recurrence.ts'
import {field} from './source.ts'
import {httpsUrl} from './url.ts'

const channelView = z.object({
  kind: channelKind,
  workspace: z.nullable(line),
  channel: z.nullable(slackChannel),
  title: z.nullable(line),
  url: z.nullable(httpsUrl),
})

const callCalendarView = z.object({
  _id: z.string(),
  _type: z.literal('calendar'),
  title: line,
  slug: field({path: 'slug.current'}, slugText),
  publicUrl: z.nullable(httpsUrl),
})

const workingGroupCallView = z.object({
  title: line,
  // Calls from before the field existed are open.
  audience: field({path: 'audience', computed: 'coalesce(audience,"everyone")'}, audience),
  recurrence: z.nullable(recurrenceView),
  minutes: z.nullable(minutes),
  joinUrl: z.nullable(httpsUrl),
  calendar: field({follow: true}, z.nullable(callCalendarView)),
  eventUid: z.nullable(eventUid),
})

export const workingGroupView = z.object({
  _id: z.string(),
  _type: z.literal('workingGroup'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: line,
  slug: field({path: 'slug.current'}, slugText),
  phase: workingGroupPhase,
  lead: field({follow: true}, z.nullable(organizationView)),
  goals: z.array(line),
  description: z.nullable(paragraph),
  repository: z.nullable(linkView),
  notesArchive: z.nullable(httpsUrl),
  channels: z.array(channelView),
  moderators: field({follow: true}, z.array(guestView)),
  call: z.nullable(workingGroupCallView),
})

/** A place where a group talks. */
interface Channel {
  /** Slack uses `workspace` and `channel`. The other kinds use `title` and `url`. */
  kind: 'slack' | 'mailingList' | 'other'
  /** Name of the Slack workspace. Null for other kinds. */
  workspace: string | null
  /** Slack channel with its `#`. Null for other kinds. */
  channel: string | null
  /** Text of the link. Null when not set. */
  title: string | null
  /** Absolute https address, or null. */
  url: SafeUrl | null
}

/** The calendar that contains a group's call. */
interface CallCalendar {
  /** Document id. */
  _id: string
  _type: 'calendar'
  /** Name of the calendar. */
  title: string
  /** Slug of the calendar. */
  slug: string
  /** Page on which visitors can view the calendar: an absolute https address, or null. */
  publicUrl: SafeUrl | null
}

/** When and where a group meets. */
interface WorkingGroupCall {
  /** Text of the link, such as "Bi-weekly call". */
  title: string
  /** Who may attend. */
  audience: 'everyone' | 'members'
  /** When it meets. Null when only its calendar lists the dates. */
  recurrence: Recurrence | null
  /** Length in minutes, 1 to 1440. Null when not set. */
  minutes: number | null
  /** Video call: an absolute https address, or null. Null for members' calls, see `audience` of `createLoader`. */
  joinUrl: SafeUrl | null
  /** Calendar that contains the call. One of the community's own decides about its dates. Null when not set. */
  calendar: CallCalendar | null
  /** UID of the call's event in that calendar. Null when not set. */
  eventUid: string | null
}

/** A group that works on a subject between the sessions. */
export interface WorkingGroup {
  /** Document id. */
  _id: string
  _type: 'workingGroup'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name of the group. */
  title: string
  /** Names its feed (`calendar.ics?working-group=…`): lower-case letters, digits and hyphens. */
  slug: string
  /** Phase of its life. The call of an archived group has ended. */
  phase: 'forming' | 'active' | 'maintenance' | 'archived'
  /** Organization that leads it. Null when that is the community itself. */
  lead: Organization | null
  /** Goals, one line each. */
  goals: string[]
  /** What it does, plain text. Null when not set. */
  description: string | null
  /** Where its work is. Null when not set. */
  repository: Link | null
  /** Where its minutes are: an absolute https address, or null. */
  notesArchive: SafeUrl | null
  /** Places where it talks. */
  channels: Channel[]
  /** People who moderate it. */
  moderators: Guest[]
  /** When and where it meets. Null when it has no call. */
  call: WorkingGroupCall | null
}
