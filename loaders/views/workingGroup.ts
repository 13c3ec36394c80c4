import {
  channelKind,
  httpsUrl,
  instant,
  line,
  minutes,
  paragraph,
  slackChannel,
  slugText,
  workingGroupPhase,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {guestView} from './guest.ts'
import {linkView} from './links.ts'
import {organizationView} from './organization.ts'
import {recurrenceView} from './recurrence.ts'
import {from} from './source.ts'

/** Where a group talks. Slack has `workspace` and `channel`; the others have `title` and `url`. */
const channelView = z.object({
  kind: channelKind,
  workspace: z.nullable(line),
  channel: z.nullable(slackChannel),
  title: z.nullable(line),
  url: z.nullable(httpsUrl),
})

/** The calendar that holds a group's call: enough to send a visitor there. */
const callCalendarView = z.object({
  _id: z.string(),
  _type: z.literal('calendar'),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  publicUrl: z.nullable(httpsUrl),
})

const workingGroupCallView = z.object({
  /** The words of the link, such as "Bi-weekly call". */
  title: line,
  /** Null when its days are only known to its calendar. */
  recurrence: z.nullable(recurrenceView),
  minutes: z.nullable(minutes),
  joinUrl: z.nullable(httpsUrl),
  calendar: from({follow: true}, z.nullable(callCalendarView)),
})

export const workingGroupView = z.object({
  _id: z.string(),
  _type: z.literal('workingGroup'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  phase: workingGroupPhase,
  /** The organization that leads it. */
  lead: from({follow: true}, z.nullable(organizationView)),
  goals: z.array(line),
  description: z.nullable(paragraph),
  repository: z.nullable(linkView),
  notesArchive: z.nullable(httpsUrl),
  channels: z.array(channelView),
  moderators: from({follow: true}, z.array(guestView)),
  call: z.nullable(workingGroupCallView),
})

export type WorkingGroup = z.infer<typeof workingGroupView>
