import type {SafeUrl} from '@touchpoints/calendar/links'
import {
  audience,
  availability,
  calendarDate,
  instant,
  line,
  slugText,
  youtubeId,
  youtubePlaylistId,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {instantView} from './instant.ts'
import {field} from './source.ts'
import {httpsUrl} from './url.ts'

const recordingMediaView = z.object({
  youtubeId: z.nullable(youtubeId),
  playlistId: z.nullable(youtubePlaylistId),
  url: z.nullable(httpsUrl),
})

/** A recording as part of its session. */
export const sessionRecordingView = z.object({
  _id: z.string(),
  _type: z.literal('recording'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: field({translated: true}, line),
  slug: field({path: 'slug.current'}, slugText),
  availability,
  notRecordedReason: field(
    {when: 'availability == "notRecorded"', translated: true},
    z.nullable(line),
  ),
  media: z.nullable(recordingMediaView),
  date: z.nullable(calendarDate),
  season: field({translated: true}, z.nullable(line)),
  slides: z.nullable(httpsUrl),
  discussion: z.nullable(httpsUrl),
})

const recordedTouchpointView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  title: field({translated: true}, line),
  slug: field({path: 'slug.current'}, slugText),
  start: field({path: 'schedule.start'}, instantView),
  // A recording stays when the series of its session is not published.
  seriesSlug: field({computed: 'coalesce(series->slug.current,"")'}, z.string()),
  groupSlug: field({computed: 'series->group->slug.current'}, z.nullable(z.string())),
  audience,
})

export const recordingView = z.object({
  ...sessionRecordingView.shape,
  touchpoint: field({follow: true}, z.nullable(recordedTouchpointView)),
})

/** Location of a recording. One of the three is set. */
interface RecordingMedia {
  /** YouTube video id of 11 characters, for a player. Null when not on YouTube. */
  youtubeId: string | null
  /** YouTube playlist id, for a player. Null when it is not a playlist. */
  playlistId: string | null
  /** Another address of the recording: absolute https, or null. */
  url: SafeUrl | null
}

/** A recording as part of its session. */
export interface SessionRecording {
  /** Document id. */
  _id: string
  _type: 'recording'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Title in lists. */
  title: string
  /** Identifies the recording in feeds: lower-case letters, digits and hyphens. */
  slug: string
  /** Whether it can be watched, is still being edited, or was never made. */
  availability: 'published' | 'processing' | 'notRecorded'
  /** Why there is no recording. Null unless `availability` is `notRecorded`. */
  notRecordedReason: string | null
  /** Where to watch it. Null until it is published. */
  media: RecordingMedia | null
  /** Date of the recording, `YYYY-MM-DD`. Null when it has the date of its session. */
  date: string | null
  /** Group it is listed under, such as "OSPOlogy Webinars 2023". Null when not set. */
  season: string | null
  /** Slides: an absolute https address, or null. */
  slides: SafeUrl | null
  /** Where the discussion continued: an absolute https address, or null. */
  discussion: SafeUrl | null
}

/** The session that was recorded. */
interface RecordedTouchpoint {
  /** Document id. */
  _id: string
  _type: 'touchpoint'
  /** Title of the session. */
  title: string
  /** Slug of the session. */
  slug: string
  /** UTC instant at which the session started, to the second: `2024-03-28T13:00:00Z`. */
  start: string
  /** Slug of its series. Empty when that is not published. */
  seriesSlug: string
  /** Slug of the group of its series. Null when it was a session of the whole community. */
  groupSlug: string | null
  /** Who could attend. */
  audience: 'everyone' | 'members'
}

/** The recording of a session, or of an older webinar without a session. */
export interface Recording extends SessionRecording {
  /** Its session. Null for a recording without one. */
  touchpoint: RecordedTouchpoint | null
}
