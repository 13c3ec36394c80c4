import {
  audience,
  eventUid,
  instant,
  languageTag,
  lifecycle,
  line,
  meets,
  minutes,
  paragraph,
  regionCode,
  slugText,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Cadence, cadenceView} from './cadence.ts'
import {defaultTitle} from './defaultTitle.ts'
import {type GroupReference, groupReferenceView} from './group.ts'
import {type MeetingLinks, meetingLinksView} from './links.ts'
import {field} from './source.ts'

export const seriesView = z.object({
  _id: z.string(),
  _type: z.literal('series'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: field({translated: true}, line),
  defaultTitle,
  slug: field({path: 'slug.current'}, slugText),
  group: field({follow: true}, z.nullable(groupReferenceView)),
  meets,
  lifecycle,
  regions: z.array(regionCode),
  language: z.nullable(languageTag),
  description: field({translated: true}, z.nullable(paragraph)),
  cadence: z.nullable(cadenceView),
  cadenceText: field({translated: true}, z.nullable(line)),
  calendarId: field({path: 'calendar._ref'}, z.nullable(z.string())),
  eventUid: z.nullable(eventUid),
  minutes: z.nullable(minutes),
  audience,
  defaultLinks: z.nullable(meetingLinksView),
})

/** What meets again. */
export interface Series {
  /** Document id. */
  _id: string
  _type: 'series'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name, such as "Thursday touchpoints". */
  title: string
  /** Title in the default language of the community. Calendars of others have this one. */
  defaultTitle: string
  /** Names the feed of the series (`calendar.ics?series=…`): lower-case letters, digits and hyphens. */
  slug: string
  /** The group that meets. Null when it is the whole community. */
  group: GroupReference | null
  /** `standing`: each date takes place unless it is cancelled. `scheduled`: each session needs a record. */
  meets: 'standing' | 'scheduled'
  /** Only an active series has dates. */
  lifecycle: 'active' | 'paused' | 'ended'
  /** Codes of the community's regions in which it meets during waking hours. Empty when not set. */
  regions: string[]
  /** Spoken language, BCP 47. Null for the language of the community. */
  language: string | null
  /** Plain text to show while no session is scheduled. Null when not set. */
  description: string | null
  /** When it meets. Null for a series that meets on demand, or has its dates in a calendar only. */
  cadence: Cadence | null
  /** The cadence in words, when no dates follow from it. Null when not set. */
  cadenceText: string | null
  /** Id of the calendar that contains its dates and decides about them. Null when not set. */
  calendarId: string | null
  /** UID of its event in that calendar. Null when not set. */
  eventUid: string | null
  /** Usual length of a session in minutes, 1 to 1440. Null when not set. */
  minutes: number | null
  /** Who may attend a new session. */
  audience: 'everyone' | 'members'
  /** Links for sessions that have none of their own. Null when not set. */
  defaultLinks: MeetingLinks | null
}
