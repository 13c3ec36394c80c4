import {
  availability,
  calendarDate,
  httpsUrl,
  instant,
  line,
  slugText,
  youtubeId,
  youtubePlaylistId,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {instantView} from './instant.ts'
import {from} from './source.ts'

/** Where a recording is. One of the three is set; a page can build a player from the first two. */
const recordingMediaView = z.object({
  youtubeId: z.nullable(youtubeId),
  playlistId: z.nullable(youtubePlaylistId),
  url: z.nullable(httpsUrl),
})

/** A recording as its own session shows it. */
export const sessionRecordingView = z.object({
  _id: z.string(),
  _type: z.literal('recording'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  availability,
  /** Why there is none; null for any that was made. */
  notRecordedReason: from(
    {
      path: 'notRecordedReason',
      computed: 'select(availability == "notRecorded" => notRecordedReason)',
    },
    z.nullable(line),
  ),
  media: z.nullable(recordingMediaView),
  date: z.nullable(calendarDate),
  /** What it is listed under, such as "OSPOlogy Webinars 2023". */
  season: z.nullable(line),
  slides: z.nullable(httpsUrl),
  discussion: z.nullable(httpsUrl),
})

/** The session that a recording is of. */
const recordedTouchpointView = z.object({
  _id: z.string(),
  _type: z.literal('touchpoint'),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  start: from({path: 'schedule.start'}, instantView),
})

export const recordingView = z.object({
  ...sessionRecordingView.shape,
  touchpoint: from({follow: true}, z.nullable(recordedTouchpointView)),
})

export type Recording = z.infer<typeof recordingView>
