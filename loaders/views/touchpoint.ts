import {
  agendaItemKind,
  appearanceRole,
  audience,
  eventUid,
  instant,
  line,
  minutes,
  paragraph,
  recordingPolicy,
  slugText,
  touchpointStatus,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {guestView} from './guest.ts'
import {sessionLinksView} from './links.ts'
import {sessionRecordingView} from './recording.ts'
import {scheduleView} from './schedule.ts'
import {seriesView} from './series.ts'
import {from} from './source.ts'

/** A person's part in one session. */
export const appearanceView = z.object({
  role: appearanceRole,
  guest: from({follow: true}, guestView),
})

/** Who an agenda item names: a guest or an organization. */
export const agendaNameView = z.object({
  _id: z.string(),
  _type: z.enum(['guest', 'organization']),
  name: line,
  slug: from({path: 'slug.current'}, slugText),
})

export const agendaItemView = z.object({
  title: line,
  minutes: z.nullable(minutes),
  kind: agendaItemKind,
  who: from({follow: true}, z.array(agendaNameView)),
})

/** One session, with everything a page says of it. */
export const touchpointView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  series: from({follow: true}, seriesView),
  schedule: scheduleView,
  status: touchpointStatus,
  /** Why it is cancelled; null for any that is not. */
  cancelReason: from(
    {path: 'cancelReason', computed: 'select(status == "cancelled" => cancelReason)'},
    z.nullable(line),
  ),
  /** Sessions of one edition carry the same words here and run in several slots. */
  edition: z.nullable(line),
  summary: z.nullable(paragraph),
  guests: from({where: 'defined(guest->)'}, z.array(appearanceView)),
  agenda: z.array(agendaItemView),
  topics: z.array(line),
  audience,
  chathamHouseRule: from(
    {path: 'chathamHouseRule', computed: 'coalesce(chathamHouseRule,false)'},
    z.boolean(),
  ),
  recordingPolicy: z.nullable(recordingPolicy),
  /** Its own links, else those of its series. */
  links: from({together: true}, sessionLinksView),
  /** The UID of its event in a calendar feed. */
  eventUid: z.nullable(eventUid),
  /** What was recorded of it, or why nothing was. */
  recordings: from(
    {computed: '*[_type == "recording" && touchpoint._ref == ^._id] | order(date asc, _id asc)'},
    z.array(sessionRecordingView),
  ),
})

export type Touchpoint = z.infer<typeof touchpointView>
