import {z} from 'zod'

import type {Loader} from '../../loader.ts'
import type {Problem} from '../../problems.ts'
import {calendarView, type Calendar} from '../../views/calendar.ts'
import {guestView, type Guest} from '../../views/guest.ts'
import {recordingView, type Recording} from '../../views/recording.ts'
import {seriesView, type Series} from '../../views/series.ts'
import {touchpointView, type Touchpoint} from '../../views/touchpoint.ts'
import {workingGroupView, type WorkingGroup} from '../../views/workingGroup.ts'

/** What an entry holds, by the collection's name. */
export interface Collections {
  touchpoints: Touchpoint
  series: Series
  guests: Guest
  workingGroups: WorkingGroup
  recordings: Recording
  calendars: Calendar
}

export type CollectionName = keyof Collections

/**
 * The views, as schemas of classic zod: Astro infers the type of an entry from those only, and gives `any`
 * for a schema of zod/mini.
 */
export const schemas = {
  touchpoints: z.unknown().pipe(touchpointView),
  series: z.unknown().pipe(seriesView),
  guests: z.unknown().pipe(guestView),
  workingGroups: z.unknown().pipe(workingGroupView),
  recordings: z.unknown().pipe(recordingView),
  calendars: z.unknown().pipe(calendarView),
} as const satisfies Record<CollectionName, unknown>

interface Read<Entry> {
  data: Entry[]
  problems: Problem[]
  syncTags: string[]
}

/** Astro's collections are whole: a build that silently stops at a hundred entries lacks pages. */
const whole = {limit: 10_000} as const

export const readers: {
  [Name in CollectionName]: (loader: Loader) => Promise<Read<Collections[Name]>>
} = {
  touchpoints: (loader) => loader.touchpoints(whole),
  series: (loader) => loader.series(),
  guests: (loader) => loader.guests(),
  workingGroups: (loader) => loader.workingGroups(),
  recordings: (loader) => loader.recordings(),
  calendars: (loader) => loader.calendars(),
}
