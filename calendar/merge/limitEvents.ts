import {keepFairly} from '../fairness.ts'
import type {CalendarProblem} from '../problems.ts'
import type {FeedItem, Item} from './items.ts'
import type {ResolvedEvent} from './resolveFields.ts'
import type {Span} from './time.ts'

interface Limited<T> {
  kept: T[]
  dropped: T[]
  problems: CalendarProblem[]
}

/**
 * Returns at most `max` items of feeds: the same number for each feed, and within a feed for each event.
 *
 * The next items come first, then the latest past ones.
 */
export function limitItems(
  items: readonly FeedItem[],
  max: number,
  now: number | undefined,
): Limited<FeedItem> {
  if (items.length <= max) return {kept: [...items], dropped: [], problems: []}
  const fair = new Set(
    keepFairly(items.toSorted(byRelevance(now)), max, [
      ({feed}) => feed.id,
      ({occurrence}) => occurrence.uid,
    ]),
  )
  const kept = items.filter((item) => fair.has(item))
  const dropped = items.filter((item) => !fair.has(item))
  return {kept, dropped, problems: limitProblems(items, kept, max)}
}

/**
 * Returns at most `max` events.
 *
 * Events of editors come first, in no way limited by feeds. The other places are shared by the feeds as
 * in `limitItems`. An event of several feeds counts for the one with the fewest events.
 */
export function limitEvents(
  events: readonly ResolvedEvent[],
  max: number,
  now: number | undefined,
): Limited<ResolvedEvent> {
  if (events.length <= max) return {kept: [...events], dropped: [], problems: []}
  const counts = new Map<string, number>()
  for (const {items} of events) {
    for (const {group} of items) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const count = ({group}: Item) => counts.get(group) ?? 0
  const smallestFeed = ({items}: ResolvedEvent) =>
    items.filter((item) => item.kind === 'feed').toSorted((a, b) => count(a) - count(b))[0]
  const sorted = events.toSorted(byRelevance(now))
  const own = sorted.filter(({event}) => event.kind !== 'feed').slice(0, max)
  const feeds = keepFairly(
    sorted.filter(({event}) => event.kind === 'feed'),
    max - own.length,
    [
      (each) => smallestFeed(each)?.feed.id ?? '',
      (each) => smallestFeed(each)?.occurrence.uid ?? '',
    ],
  )
  const kept = new Set([...own, ...feeds])
  const itemsOf = (all: Iterable<ResolvedEvent>) =>
    [...all].flatMap((each) => smallestFeed(each) ?? [])
  return {
    kept: events.filter((each) => kept.has(each)),
    dropped: events.filter((each) => !kept.has(each)),
    problems: limitProblems(itemsOf(events), itemsOf(kept), max),
  }
}

/** Compares by time: what has not ended comes first, the next first, then the latest of the past. */
function byRelevance(now = -Infinity) {
  return ({span: a}: {span: Span}, {span: b}: {span: Span}): number => {
    const [aheadA, aheadB] = [a.endMs > now, b.endMs > now]
    if (aheadA !== aheadB) return aheadA ? -1 : 1
    return aheadA ? a.startMs - b.startMs : b.startMs - a.startMs
  }
}

/** Returns one problem for each feed that lost items. */
function limitProblems(
  all: readonly FeedItem[],
  kept: readonly FeedItem[],
  max: number,
): CalendarProblem[] {
  const left = new Map(
    [...Map.groupBy(kept, ({feed}) => feed.id)].map(([id, items]) => [id, items.length]),
  )
  return [...Map.groupBy(all, ({feed}) => feed.id)].flatMap(([source, items]) => {
    const omitted = items.length - (left.get(source) ?? 0)
    if (omitted === 0) return []
    const message = `${omitted} dates of the calendar "${items[0]?.feed.title ?? source}" are left out, because a result has at most ${max} events, shared fairly by all calendars. Use title filters or a shorter window, or ask its owner to correct events that repeat too often.`
    return {kind: 'calendar' as const, code: 'limit' as const, source, message}
  })
}
