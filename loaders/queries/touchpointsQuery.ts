import type {Views} from '../extension/ownViews.ts'
import {countQuery, documentsQuery} from './documentsQuery.ts'
import {
  inWindow,
  notOver,
  nowParams,
  over,
  undated,
  windowParams,
  withoutStart,
  type Condition,
} from './touchpointConditions.ts'
import {unknownSlugs} from './unknownSlugs.ts'

/** Selects touchpoints. All properties must match; an empty filter selects all. */
export interface TouchpointFilter {
  /** `upcoming`: not ended at `now`, soonest first. `past`: ended, latest first. */
  when?: 'upcoming' | 'past'
  /** Sessions that overlap [from, to), both UTC instants. */
  window?: {from: string; to: string}
  /** Published document id. */
  id?: string
  /** Published document ids. Sessions that have one of them match. */
  ids?: readonly string[]
  /** Slug of the series. */
  series?: string
  /** Slug of the group of the series. */
  group?: string
  /** Slug of a guest who takes part. */
  guest?: string
  /** One of the topics, exactly. */
  topic?: string
  /** Name of the edition, exactly. */
  edition?: string
  /** Slug of the session. */
  slug?: string
  /** State of the plan. */
  status?: 'planned' | 'confirmed' | 'cancelled' | 'held'
  /** Which comes first. Defaults to `latest` for `past`, and to `soonest` otherwise. */
  order?: 'soonest' | 'latest'
  /** Number of sessions to skip. Defaults to 0. */
  offset?: number
  /** Maximum of sessions to return. Defaults to 100. */
  limit?: number
  /** UTC instant for `when`. Defaults to the loader's `now`. */
  now?: string
}

/** Not a text, so it is not in the table of conditions. */
const idsCondition = '_id in $ids'

export const filterConditions = {
  id: '_id == $id',
  series: 'series->slug.current == $series',
  group: 'series->group->slug.current == $group',
  guest: '$guest in guests[].guest->slug.current',
  topic: '$topic in topics',
  edition: 'edition == $edition',
  slug: 'slug.current == $slug',
  status: 'status == $status',
} as const satisfies {[Key in keyof TouchpointFilter]: string}

const sortKeys = {
  soonest: 'schedule.start asc',
  latest: 'schedule.start desc',
} as const satisfies Record<NonNullable<TouchpointFilter['order']>, string>

export function touchpointsQuery(
  views: Views,
  filter: TouchpointFilter,
  now: string,
  language?: string,
): {query: string; params: Record<string, string>} {
  const params: Record<string, string> = {}
  const common: string[] = []
  for (const [name, condition] of Object.entries(filterConditions)) {
    const value: unknown = Reflect.get(filter, name)
    if (typeof value !== 'string') continue
    params[name] = value
    common.push(condition)
  }
  if (filter.ids) common.push(idsCondition)
  const dated: Condition[] = []
  if (filter.when) {
    Object.assign(params, nowParams(now))
    dated.push(filter.when === 'past' ? over : notOver)
  }
  if (filter.window) {
    Object.assign(params, windowParams(filter.window))
    dated.push(inWindow)
  }
  const type = 'touchpoint' as const
  const selection = {
    type,
    where: [...dated.map(({indexed}) => indexed), ...common],
    thenWhere: dated.map(({computed}) => computed),
  }
  const items = documentsQuery({
    ...selection,
    view: views.touchpoint,
    language,
    order: sortKeys[filter.order ?? (filter.when === 'past' ? 'latest' : 'soonest')],
    slice: {offset: filter.offset ?? 0, limit: filter.limit ?? 100},
  })
  // Sessions without a valid date match no condition on dates, and would be dropped silently.
  const undatedItems = documentsQuery({
    type,
    view: views.touchpoint,
    language,
    where: [...common, filter.when ? undated : withoutStart],
    slice: {offset: 0, limit: 100},
  })
  const parts = [
    `"items":${items}`,
    `"total":${countQuery(selection)}`,
    `"undated":${dated.length > 0 ? undatedItems : '[]'}`,
    ...unknownSlugs(filter, 'touchpoint'),
  ]
  return {query: `{${parts.join(',')}}`, params}
}
