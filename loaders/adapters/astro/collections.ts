import type {DocumentTypeName, SingletonTypeName} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import type {MethodOf, ViewOf} from '../../documentReads.ts'
import type {Loader} from '../../loader.ts'
import type {Problem} from '../../problems.ts'
import {calendarView} from '../../views/calendar.ts'
import {guestView} from '../../views/guest.ts'
import {recordingView} from '../../views/recording.ts'
import {seriesView} from '../../views/series.ts'
import {touchpointView} from '../../views/touchpoint.ts'
import {workingGroupView} from '../../views/workingGroup.ts'

/**
 * What an entry holds, by the collection's name. Every document type that the loader has a method for
 * is a collection of that name, but for the types with one document.
 */
export type Collections = {
  [Type in Exclude<DocumentTypeName, SingletonTypeName> as MethodOf<Type>]: z.output<ViewOf<Type>>
}

export type CollectionName = keyof Collections

export const schemas = {
  touchpoints: touchpointView,
  series: seriesView,
  guests: guestView,
  workingGroups: workingGroupView,
  recordings: recordingView,
  calendars: calendarView,
} as const satisfies {[Name in CollectionName]: z.ZodMiniType<Collections[Name]>}

/** Names of the entries' types, as the package exports them. */
export const entryTypes = {
  touchpoints: 'Touchpoint',
  series: 'Series',
  guests: 'Guest',
  workingGroups: 'WorkingGroup',
  recordings: 'Recording',
  calendars: 'Calendar',
} as const satisfies Record<CollectionName, string>

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
