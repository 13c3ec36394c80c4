import {
  calendarOwnership,
  color,
  feedUrl,
  filterAction,
  httpsUrl,
  instant,
  line,
  slugText,
  timeZone,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {organizationView} from './organization.ts'
import {from} from './source.ts'

const titleFilterView = z.object({action: filterAction, text: line})

export const calendarView = z.object({
  _id: z.string(),
  _type: z.literal('calendar'),
  updatedAt: from({path: '_updatedAt'}, instant),
  title: line,
  slug: from({path: 'slug.current'}, slugText),
  organization: from({follow: true}, z.nullable(organizationView)),
  ownership: calendarOwnership,
  /** Where its events are read from: https:// or webcal://. */
  feedUrl,
  /** Where a visitor sees the calendar itself. */
  publicUrl: z.nullable(httpsUrl),
  /** `#rrggbb` */
  color,
  /** For events whose feed names no zone. */
  timeZone: z.nullable(timeZone),
  /** Whether its events are shown. */
  enabled: from({path: 'enabled', computed: 'coalesce(enabled,true)'}, z.boolean()),
  /** Without an `include` every event shows; `exclude` wins. */
  titleFilters: z.array(titleFilterView),
})

export type Calendar = z.infer<typeof calendarView>
