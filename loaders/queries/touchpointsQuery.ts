import {touchpointView} from '../views/touchpoint.ts'
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

/** Which touchpoints. Every part narrows; an empty filter asks for all. */
export interface TouchpointFilter {
  /** `upcoming`: not over yet at `now`, soonest first. `past`: over, latest first. */
  when?: 'upcoming' | 'past'
  /** Those that overlap [from, to): UTC instants, both. */
  window?: {from: string; to: string}
  /** The document's published id. */
  id?: string
  /** The slug of their series. */
  series?: string
  /** The slug of someone who takes part. */
  guest?: string
  topic?: string
  /** Sessions of one edition, by its words. */
  edition?: string
  slug?: string
  status?: 'planned' | 'confirmed' | 'cancelled' | 'held'
  /** How many to leave out at the front. Default 0. */
  offset?: number
  /** How many at most. Default 100. */
  limit?: number
  /** UTC instant that `when` looks from. Default: the loader's. */
  now?: string
}

const conditions = {
  id: '_id == $id',
  series: 'series->slug.current == $series',
  guest: '$guest in guests[].guest->slug.current',
  topic: '$topic in topics',
  edition: 'edition == $edition',
  slug: 'slug.current == $slug',
  status: 'status == $status',
} as const satisfies {[Key in keyof TouchpointFilter]: string}

export function touchpointsQuery(
  filter: TouchpointFilter,
  now: string,
): {query: string; params: Record<string, string>} {
  const params: Record<string, string> = {}
  const common: string[] = []
  for (const [name, condition] of Object.entries(conditions)) {
    const value: unknown = Reflect.get(filter, name)
    if (typeof value !== 'string') continue
    params[name] = value
    common.push(condition)
  }
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
  const chosen = {
    type,
    where: [...dated.map(({rough}) => rough), ...common],
    exactly: dated.map(({exact}) => exact),
  }
  const items = documentsQuery({
    ...chosen,
    view: touchpointView,
    order: filter.when === 'past' ? 'schedule.start desc' : 'schedule.start asc',
    slice: {offset: filter.offset ?? 0, limit: filter.limit ?? 100},
  })
  // What no date can be found for would silently be in no list by date.
  const lost = documentsQuery({
    type,
    view: touchpointView,
    where: [...common, filter.when ? undated : withoutStart],
    slice: {offset: 0, limit: 100},
  })
  const parts = [
    `"items":${items}`,
    `"total":${countQuery(chosen)}`,
    `"undated":${dated.length > 0 ? lost : '[]'}`,
  ]
  return {query: `{${parts.join(',')}}`, params}
}
