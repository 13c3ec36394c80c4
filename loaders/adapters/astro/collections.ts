import type {DocumentTypeName, SingletonTypeName} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import type {MethodOf} from '../../documentReads.ts'
import type {Loader} from '../../loader.ts'
import type {Problem} from '../../problems.ts'
import {calendarView} from '../../views/calendar.ts'
import {guestView} from '../../views/guest.ts'
import {recordingView} from '../../views/recording.ts'
import {seriesView} from '../../views/series.ts'
import {touchpointView} from '../../views/touchpoint.ts'
import {workingGroupView} from '../../views/workingGroup.ts'

/**
 * The data of an entry, by the name of its collection. Each document type with a method of the loader is
 * a collection of the same name, except for types with a single document.
 */
export type Collections = {
  [Type in Exclude<DocumentTypeName, SingletonTypeName> as MethodOf<Type>]: Item<MethodOf<Type>>
}

/** One item of the list that a loader's method returns. */
type Item<Method extends MethodOf<Exclude<DocumentTypeName, SingletonTypeName>>> = Awaited<
  ReturnType<Loader[Method]>
>['data'][number]

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

interface ReadResult<Entry> {
  data: Entry[]
  problems: Problem[]
  syncTags: string[]
}

/** Collections must be complete: a build that stops at a hundred entries silently lacks pages. */
const everything = {limit: 10_000} as const

export const readers: {
  [Name in CollectionName]: (loader: Loader) => Promise<ReadResult<Collections[Name]>>
} = {
  touchpoints: (loader) => loader.touchpoints(everything),
  series: (loader) => loader.series(),
  guests: (loader) => loader.guests(),
  workingGroups: (loader) => loader.workingGroups(),
  recordings: (loader) => loader.recordings(),
  calendars: (loader) => loader.calendars(),
}
