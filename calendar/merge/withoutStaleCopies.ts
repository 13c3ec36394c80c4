import type {ReviewProblem} from '../problems.ts'
import type {FeedItem} from './items.ts'
import {lineageOf} from './lineage.ts'
import {hour, instant} from './time.ts'

/**
 * Leaves out copies of a series that Google split at "this and following".
 *
 * The calendar of the series has the later part under a new UID. Other feeds hold the unsplit copy for
 * hours or days, and changed occurrences of the old part can stay behind in the calendar itself. Both show
 * dates that no longer take place.
 */
export function withoutStaleCopies(items: readonly FeedItem[]): {
  items: FeedItem[]
  problems: ReviewProblem[]
} {
  const splits = splitsOf(items)
  if (splits.size === 0) return {items: [...items], problems: []}
  const stale = items.filter((item) => isStale(item, splits))
  const gone = new Set(stale)
  const copies = Map.groupBy(
    stale.filter((item) => splits.get(baseOf(item))?.feeds.has(item.feed.id) === false),
    (item) => `${item.feed.id} ${baseOf(item)}`,
  )
  const problems = [...copies.values()].flatMap(([first]) => {
    const split = first && splits.get(baseOf(first))
    return first && split ? [problemOf(first, split)] : []
  })
  return {items: items.filter((item) => !gone.has(item)), problems}
}

interface Split {
  /** The instant from which the later part takes place. */
  fromMs: number
  /** The feeds that have the later part. */
  feeds: Set<string>
  /** Original starts of the later part. */
  later: Set<number>
}

function splitsOf(items: readonly FeedItem[]): Map<string, Split> {
  const splits = new Map<string, Split>()
  for (const item of items) {
    const {base, splitMs} = lineageOf(item.occurrence.uid)
    if (splitMs === undefined) continue
    const split = splits.get(base) ?? {fromMs: splitMs, feeds: new Set(), later: new Set()}
    split.fromMs = Math.min(split.fromMs, splitMs)
    split.feeds.add(item.feed.id)
    split.later.add(item.recurrenceMs)
    splits.set(base, split)
  }
  return splits
}

/** If the later part begins at a later time of day, the old copy's date of that day is before the split. */
const sameDay = 12 * hour

function isStale(item: FeedItem, splits: ReadonlyMap<string, Split>): boolean {
  const {base, splitMs} = lineageOf(item.occurrence.uid)
  const split = splits.get(base)
  if (!split || splitMs !== undefined || item.recurrenceMs < split.fromMs - sameDay) return false
  return !split.feeds.has(item.feed.id) || split.later.has(item.recurrenceMs)
}

function baseOf(item: FeedItem): string {
  return lineageOf(item.occurrence.uid).base
}

function problemOf({feed, title, occurrence}: FeedItem, {fromMs}: Split): ReviewProblem {
  const from = instant(fromMs)
  return {
    kind: 'review',
    code: 'stale-copy',
    sources: [feed.id, occurrence.uid],
    dates: [from.slice(0, 10)],
    message: `The calendar "${feed.title}" has an old copy of "${title}": the series was changed from ${from} on. The old copy is left out from then on. It disappears when that calendar is refreshed.`,
  }
}
