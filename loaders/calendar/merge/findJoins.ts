import type {FeedItem, Item, Items, TouchpointItem} from './items.ts'
import {normalJoinLink} from './joinLink.ts'
import type {Join} from './mergedEvent.ts'
import {linksOf} from './linkedOccurrences.ts'
import {farthest} from './time.ts'
import {sameTitleThreshold, titleSimilarity} from './titleSimilarity.ts'

/** Two items that may be one event. Whether they become one, `joinItems` decides. */
export interface Candidate {
  a: Item
  b: Item
  because: Join['because']
  similarity?: number
  /** Milliseconds between the two, for `linked`: the nearest occurrence is the one meant. */
  distance: number
}

/** Every pair that one of the rules takes for one event (docs/calendars.md, "Merging"). */
export function findJoins({touchpoints, feeds, cadences}: Items): Candidate[] {
  return [
    ...linksOf(touchpoints, feeds),
    ...sameUid(feeds),
    ...sameStart([...touchpoints, ...feeds, ...cadences]),
  ]
}

/** One UID in two feeds: the same recurrence of it, or (a copy without its rule) the same start. */
function sameUid(feeds: readonly FeedItem[]): Candidate[] {
  const byUid = Map.groupBy(feeds, ({occurrence}) => occurrence.uid)
  return [...byUid.values()].flatMap((items) =>
    pairs(items)
      .filter(([a, b]) => sameRecurrence(a, b))
      .map(([a, b]) => ({a, b, because: 'same-uid' as const, distance: 0})),
  )
}

function sameRecurrence(a: FeedItem, b: FeedItem): boolean {
  const recurring = [a, b].filter(({occurrence}) => occurrence.recurrenceId !== undefined).length
  if (recurring === 0) return Math.abs(a.span.startMs - b.span.startMs) <= farthest
  return a.recurrenceMs === b.recurrenceMs
}

function sameStart(items: readonly Item[]): Candidate[] {
  const byStart = Map.groupBy(items, ({span}) => `${span.start} ${span.allDay} ${span.floating}`)
  return [...byStart.values()].flatMap((together) =>
    pairs(together)
      .filter(([a, b]) => mayBeOne(a, b))
      .flatMap(([a, b]) => alike(a, b)),
  )
}

/**
 * A cadence's date that a touchpoint of its series fills is gone by now; what is left may only be a
 * touchpoint whose series was not chosen.
 */
function mayBeOne(a: Item, b: Item): boolean {
  const touchpoint = [a, b].find((item): item is TouchpointItem => item.kind === 'touchpoint')
  const cadence = [a, b].find(({kind}) => kind === 'cadence')
  return !(touchpoint?.touchpoint.seriesId && cadence)
}

function alike(a: Item, b: Item): Candidate[] {
  const [left, right] = [normalJoinLink(a.joinUrl), normalJoinLink(b.joinUrl)]
  if (left !== undefined && left === right) {
    return [{a, b, because: 'same-join-link', distance: 0}]
  }
  // "Office hours" at one hour in two communities' feeds are two events when two rooms are named.
  // A touchpoint with an outdated room is still the editors' own: merged, and told as a problem.
  const rooms = left !== undefined && right !== undefined
  if (rooms && a.kind === 'feed' && b.kind === 'feed') return []
  const similarity = titleSimilarity(a.title, b.title)
  if (similarity < sameTitleThreshold) return []
  return [{a, b, because: 'same-title', similarity, distance: 0}]
}

function pairs<T extends Item>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) =>
    items
      .slice(index + 1)
      .filter((b) => a.group !== b.group)
      .map((b): [T, T] => [a, b]),
  )
}
