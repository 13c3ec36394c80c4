import {byKey, type CadenceItem, type FeedItem, type Item, type TouchpointItem} from './items.ts'
import type {JoinedItems} from './joinItems.ts'
import type {EventFields, EventOrigin, GivenField, MergedEvent} from './mergedEvent.ts'
import type {Span} from './time.ts'

/** A merged event with its items, for comparing them. */
export interface ResolvedEvent {
  event: MergedEvent
  /** The time of the merged event. */
  span: Span
  /** By descending priority. */
  items: Item[]
}

/**
 * Chooses each field of a merged event from its items (docs/calendars.md has the table):
 * - texts and links: touchpoint, own feed, other feeds, cadence;
 * - time: touchpoint, a date of a cadence that an editor moved, own feed, other feeds, cadence. What editors
 *   keep is the community's statement, and pages of a session show it without the calendar;
 * - status: cancelled if any item is, otherwise the touchpoint's, otherwise tentative before confirmed.
 */
export function resolveFields({items, joins}: JoinedItems): ResolvedEvent {
  const ranked = items.toSorted((a, b) => textRank(a) - textRank(b) || byKey(a, b))
  const timely = ranked.toSorted((a, b) => timeRank(a) - timeRank(b))
  const [first] = ranked
  const span = timely[0]?.span
  if (!first || !span) throw new RangeError('resolveFields: an event needs at least one item.')
  const fields = fieldsOf(ranked, span)
  const event = eventOf(first, {...fields, sources: originsOf(ranked, timely[0]), joins})
  return {event, span, items: ranked}
}

function eventOf(first: Item, fields: EventFields): MergedEvent {
  if (first.kind !== 'touchpoint') return {kind: first.kind, ...fields}
  const {id, slug, status} = first.touchpoint
  return {kind: 'touchpoint', ...fields, touchpoint: {id, ...(slug && {slug}), status}}
}

function fieldsOf(ranked: Item[], span: Span): EventFields {
  const first = <T>(pick: (item: Item) => T | null | undefined): T | undefined => {
    for (const item of ranked) {
      const value = pick(item)
      if (value) return value
    }
    return undefined
  }
  const touchpoint = ranked.find((item): item is TouchpointItem => item.kind === 'touchpoint')
  const cadence = ranked.find((item): item is CadenceItem => item.kind === 'cadence')
  const feeds = ranked.filter((item): item is FeedItem => item.kind === 'feed')
  const timed = !span.allDay && !span.floating
  const {start, end, allDay, floating} = span
  const required: EventFields = {
    id: first((item) => item.key) ?? '',
    title: first(given.title) ?? '',
    start,
    end,
    allDay,
    floating,
    status: statusOf(ranked),
    categories: [...new Set(feeds.flatMap(({occurrence}) => occurrence.categories))],
    calendarIds: [...new Set(feeds.map(({feed}) => feed.id))],
    sources: [],
    joins: [],
  }
  return withDefined(required, {
    timeZone: timed ? first((item) => item.span.timeZone) : undefined,
    cancelReason: touchpoint?.touchpoint.cancelReason ?? skipReason(cadence),
    description: first(given.description),
    location: first(given.location),
    url: first(given.url),
    joinUrl: first(given.joinUrl),
    organizer: first((item) => (item.kind === 'feed' ? item.occurrence.organizer : undefined)),
    audience: first((item) => cmsOf(item)?.audience),
    series: seriesOf(touchpoint, cadence),
    groupId: first((item) => cmsOf(item)?.groupId),
  })
}

function textRank(item: Item): number {
  if (item.kind === 'touchpoint') return 0
  if (item.kind === 'feed') return item.feed.own ? 1 : 2
  return 3
}

function timeRank(item: Item): number {
  if (item.kind === 'touchpoint') return 0
  if (item.kind === 'feed') return item.feed.own ? 2 : 3
  return item.change?.kind === 'moved' ? 1 : 4
}

function statusOf(ranked: readonly Item[]): EventFields['status'] {
  const statuses = ranked.map(itemStatus)
  if (statuses.includes('cancelled')) return 'cancelled'
  if (ranked[0]?.kind !== 'feed') return statuses[0] ?? 'confirmed'
  return statuses.includes('tentative') ? 'tentative' : 'confirmed'
}

/** Returns the status of one item, as a status of merged events. */
export function itemStatus(item: Item): EventFields['status'] {
  if (item.kind === 'feed') return item.occurrence.status
  if (item.kind === 'cadence') {
    if (item.change?.kind === 'skipped' || item.silence === 'removed') return 'cancelled'
    const isCertain = item.cadence.meets === 'standing' && item.silence === undefined
    return isCertain ? 'confirmed' : 'to-be-announced'
  }
  const {status} = item.touchpoint
  if (status === 'cancelled') return 'cancelled'
  return status === 'planned' ? 'tentative' : 'confirmed'
}

function cmsOf(item: Item) {
  if (item.kind === 'touchpoint') return item.touchpoint
  return item.kind === 'cadence' ? item.cadence : undefined
}

/** The fields that the first source with a value gives. */
const given = {
  title: (item: Item) => item.title,
  description: (item: Item) =>
    item.kind === 'feed' ? item.occurrence.description : cmsOf(item)?.summary,
  location: (item: Item) => (item.kind === 'feed' ? item.occurrence.location : undefined),
  url: (item: Item) => item.url,
  joinUrl: (item: Item) => item.joinUrl,
} satisfies Record<Exclude<GivenField, 'time'>, (item: Item) => string | null | undefined>

function seriesOf(touchpoint?: TouchpointItem, cadence?: CadenceItem): EventFields['series'] {
  if (touchpoint?.touchpoint.seriesId) {
    const {seriesId, seriesTitle} = touchpoint.touchpoint
    return {id: seriesId, ...(seriesTitle && {title: seriesTitle})}
  }
  return cadence && {id: cadence.cadence.id, title: cadence.cadence.title}
}

function skipReason(cadence?: CadenceItem): string | undefined {
  return cadence?.change?.kind === 'skipped' ? cadence.change.reason : undefined
}

/** Describes the sources of an event, and what each gives if there are several. */
function originsOf(ranked: readonly Item[], timely: Item | undefined): EventOrigin[] {
  if (ranked.length === 1) return ranked.map((item) => originOf(item))
  const givers = new Map<Item | undefined, GivenField[]>(ranked.map((item) => [item, []]))
  for (const field of fieldNames) {
    const giver = field === 'time' ? timely : ranked.find((item) => given[field](item))
    givers.get(giver)?.push(field)
  }
  return ranked.map((item) => originOf(item, givers.get(item)))
}

const fieldNames = ['title', 'time', 'description', 'location', 'url', 'joinUrl'] as const

/** Describes a source. `title`, `start` and `end` are the source's own, so that you can compare the sources. */
function originOf(item: Item, gives: GivenField[] = []): EventOrigin {
  const origin = {
    key: item.key,
    title: item.title,
    start: item.span.start,
    end: item.span.end,
    ...(gives.length > 0 && {gives}),
  }
  if (item.kind === 'touchpoint') {
    const {fills} = item
    return {
      kind: 'touchpoint',
      ...origin,
      touchpointId: item.touchpoint.id,
      ...(fills && {
        fills: {id: fills.cadence.id, title: fills.title, start: fills.span.start},
      }),
    }
  }
  if (item.kind === 'cadence') {
    const {change, silence} = item
    return {
      kind: 'cadence',
      ...origin,
      id: item.cadence.id,
      ...(change && {change: change.kind}),
      ...(silence && {silence}),
    }
  }
  const {uid, recurrenceId, status} = item.occurrence
  const {id: calendarId, title: calendarTitle, own} = item.feed
  const feed = {
    calendarId,
    calendarTitle,
    own,
    uid,
    ...(recurrenceId && {recurrenceId}),
    ...(status !== 'confirmed' && {status}),
    ...(item.busy && {busy: true as const}),
  }
  return {kind: 'feed', ...origin, ...feed}
}

/**
 * Sets the optional fields that are defined. Absent fields are left out, because results are sent as
 * JSON and compared as values.
 */
function withDefined<T extends object>(value: T, optional: Partial<T>): T {
  for (const [key, entry] of Object.entries(optional)) {
    if (entry !== undefined) Reflect.set(value, key, entry)
  }
  return value
}
