import type {Views} from '../extension/ownViews.ts'
import {countQuery} from './documentsQuery.ts'
import {listQuery} from './listQuery.ts'
import {unknownSlugs} from './unknownSlugs.ts'

/** Selects recordings. All properties must match; an empty filter selects all. */
export interface RecordingFilter {
  /** Slug of the recording. */
  slug?: string
  /** Slug of the series of the recorded session. */
  series?: string
  /** Slug of the group of the recorded session. */
  group?: string
  /** Slug of a guest who took part in the recorded session. */
  guest?: string
  /** Number of recordings to skip. Defaults to 0. */
  offset?: number
  /** Maximum of recordings to return. Defaults to all. */
  limit?: number
}

export const recordingConditions = {
  slug: 'slug.current == $slug',
  series: 'touchpoint->series->slug.current == $series',
  group: 'touchpoint->series->group->slug.current == $group',
  guest: '$guest in touchpoint->guests[].guest->slug.current',
} as const satisfies {[Key in keyof RecordingFilter]: string}

/** A range needs an end. No dataset has that many recordings. */
const manyRecordings = 1_000_000_000

export function recordingsQuery(
  views: Views,
  filter: RecordingFilter,
  language?: string,
): {query: string; params: Record<string, string>} {
  const params: Record<string, string> = {}
  const where: string[] = []
  for (const [name, condition] of Object.entries(recordingConditions)) {
    const value: unknown = Reflect.get(filter, name)
    if (typeof value !== 'string') continue
    params[name] = value
    where.push(condition)
  }
  const {offset = 0, limit} = filter
  const isRange = offset > 0 || limit !== undefined
  const items = listQuery(views, 'recording', {
    language,
    where,
    ...(isRange && {slice: {offset, limit: limit ?? manyRecordings}}),
  })
  const parts = [
    `"items":${items}`,
    `"total":${countQuery({type: 'recording', where})}`,
    ...unknownSlugs(filter, 'recording'),
  ]
  return {query: `{${parts.join(',')}}`, params}
}
