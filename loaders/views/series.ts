import {
  audience,
  instant,
  line,
  minutes,
  paragraph,
  region,
  seriesKind,
  slugText,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {meetingLinksView} from './links.ts'
import {recurrenceView} from './recurrence.ts'
import {from} from './source.ts'

export const seriesView = z.object({
  _id: z.string(),
  _type: z.literal('series'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  kind: seriesKind,
  /** The regions whose working day it suits. */
  regions: z.array(region),
  description: z.nullable(paragraph),
  /** Null for a series that meets on demand. */
  cadence: z.nullable(recurrenceView),
  /** The usual length of a session. */
  minutes: z.nullable(minutes),
  audience,
  defaultLinks: z.nullable(meetingLinksView),
})

export type Series = z.infer<typeof seriesView>
