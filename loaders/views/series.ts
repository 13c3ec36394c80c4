import {
  audience,
  eventUid,
  instant,
  line,
  minutes,
  paragraph,
  region,
  seriesKind,
  slugText,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type MeetingLinks, meetingLinksView} from './links.ts'
import {type Recurrence, recurrenceView} from './recurrence.ts'
import {field} from './source.ts'

export const seriesView = z.object({
  _id: z.string(),
  _type: z.literal('series'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: line,
  slug: field({path: 'slug.current'}, slugText),
  kind: seriesKind,
  regions: z.array(region),
  description: z.nullable(paragraph),
  cadence: z.nullable(recurrenceView),
  calendarId: field({path: 'calendar._ref'}, z.nullable(z.string())),
  eventUid: z.nullable(eventUid),
  minutes: z.nullable(minutes),
  audience,
  defaultLinks: z.nullable(meetingLinksView),
})

/** Sessions that meet again and again. */
export interface Series {
  /** Document id. */
  _id: string
  _type: 'series'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name, such as "Thursday touchpoints". */
  title: string
  /** Names the feed of the series (`calendar.ics?series=…`): lower-case letters, digits and hyphens. */
  slug: string
  /** Kind of meeting. Pages list each kind separately. */
  kind: 'touchpoint' | 'allHands' | 'workingGroupCall'
  /** Regions in which it meets during working hours. Empty when not set. */
  regions: ('APAC' | 'EMEA' | 'AMER')[]
  /** Plain text to show while no session is scheduled. Null when not set. */
  description: string | null
  /** When it meets. Null for a series that meets on demand. */
  cadence: Recurrence | null
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
