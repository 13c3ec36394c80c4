import {
  agendaItemKind,
  appearanceRole,
  audience,
  eventUid,
  instant,
  languageTag,
  line,
  minutes,
  paragraph,
  recordingPolicy,
  slugText,
  touchpointStatus,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {defaultTitle} from './defaultTitle.ts'
import {type Guest, guestView} from './guest.ts'
import {type MeetingLinks, sessionLinksView} from './links.ts'
import {type SessionRecording, sessionRecordingView} from './recording.ts'
import {type Schedule, scheduleView} from './schedule.ts'
import {type Series, seriesView} from './series.ts'
import {field} from './source.ts'

export const appearanceView = z.object({
  role: appearanceRole,
  guest: field({follow: true}, guestView),
})

export const agendaNameView = z.object({
  _id: z.string(),
  _type: z.enum(['guest', 'organization']),
  name: line,
  slug: field({path: 'slug.current'}, slugText),
})

export const agendaItemView = z.object({
  title: field({translated: true}, line),
  minutes: z.nullable(minutes),
  kind: agendaItemKind,
  who: field({follow: true}, z.array(agendaNameView)),
})

export const touchpointView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: field({translated: true}, line),
  defaultTitle,
  slug: field({path: 'slug.current'}, slugText),
  series: field({follow: true}, seriesView),
  schedule: scheduleView,
  status: touchpointStatus,
  cancelReason: field({when: 'status == "cancelled"', translated: true}, z.nullable(line)),
  edition: field({label: true}, z.nullable(line)),
  summary: field({translated: true}, z.nullable(paragraph)),
  language: z.nullable(languageTag),
  guests: field({where: 'defined(guest->)'}, z.array(appearanceView)),
  agenda: z.array(agendaItemView),
  topics: field({label: true}, z.array(line)),
  audience,
  chathamHouseRule: field(
    {path: 'chathamHouseRule', computed: 'coalesce(chathamHouseRule,false)'},
    z.boolean(),
  ),
  recordingPolicy: z.nullable(recordingPolicy),
  links: field({inline: true}, sessionLinksView),
  eventUid: z.nullable(eventUid),
  recordings: field(
    {
      computed:
        '*[references(^._id) && _type == "recording" && touchpoint._ref == ^._id] | order(date asc, _id asc)',
    },
    z.array(sessionRecordingView),
  ),
})

/** A person's role in one session. */
interface Appearance {
  /** Role in this session. */
  role: 'guest' | 'moderator' | 'host'
  /** The person. */
  guest: Guest
}

/** A guest or an organization that an agenda item names. */
interface AgendaName {
  /** Document id. */
  _id: string
  /** Type of the document. */
  _type: 'guest' | 'organization'
  /** Name of the person or organization. */
  name: string
  /** Slug of the person or organization. */
  slug: string
}

/** One item on the agenda of a session. */
interface AgendaItem {
  /** What it is about. */
  title: string
  /** Length in minutes, 1 to 1440. Null when not set. */
  minutes: number | null
  /** Kind of item. */
  kind: 'welcome' | 'presentation' | 'questions' | 'updates' | 'discussion' | 'forum'
  /** People and organizations that it names. */
  who: AgendaName[]
}

/** One session. */
export interface Touchpoint {
  /** Document id. */
  _id: string
  _type: 'touchpoint'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Title of the session. */
  title: string
  /** Title in the default language of the community. Calendars of others have this one. */
  defaultTitle: string
  /** Identifies the session in addresses: lower-case letters, digits and hyphens. */
  slug: string
  /** The series that the session belongs to. */
  series: Series
  /** When it takes place. */
  schedule: Schedule
  /** State of the plan. A cancelled session keeps its page. */
  status: 'planned' | 'confirmed' | 'cancelled' | 'held'
  /** Why it is cancelled. Null unless `status` is `cancelled`. */
  cancelReason: string | null
  /** Name that sessions on the same program share, when they run in several time slots. Null when not set. */
  edition: string | null
  /** What it is about, plain text. Null when not set. */
  summary: string | null
  /** Spoken language, BCP 47. Null for the language of the series. */
  language: string | null
  /** People who take part, with their roles. */
  guests: Appearance[]
  /** Agenda, in order. */
  agenda: AgendaItem[]
  /** Topics, one line each. */
  topics: string[]
  /** Who may attend. */
  audience: 'everyone' | 'members'
  /** Whether the Chatham House Rule applies: nobody may reveal who took part, or their affiliation. */
  chathamHouseRule: boolean
  /** What guests were promised about recording. Null when not set. */
  recordingPolicy: 'recorded' | 'presentationOnly' | 'notRecorded' | null
  /** Links of the session. Each falls back to the link of its series. */
  links: MeetingLinks
  /** UID of its event in a calendar feed (RFC 5545 section 3.8.4.7). Null when not linked. */
  eventUid: string | null
  /** Recordings of the session, or the reason why there is none. Oldest first. */
  recordings: SessionRecording[]
}
