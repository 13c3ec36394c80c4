import type {CalendarProblem} from '../problems.ts'
import type {Candidate} from './candidate.ts'
import type {FeedItem, Item, Items, TouchpointItem} from './items.ts'
import {normalJoinLink} from './joinLink.ts'
import {linksOf} from './linkedOccurrences.ts'
import {pairsOf, type Pairs} from './pairs.ts'
import {farthest} from './time.ts'
import {sameTitleThreshold, titlesAgree, titleSimilarity} from './titleSimilarity.ts'

export interface OccurrenceTimes {
  candidates: Candidate[]
  problems: CalendarProblem[]
}

/** Every pair that one of the rules takes for one event (docs/calendars.md, "Merging"). */
export function findJoins({touchpoints, feeds, cadences}: Items): OccurrenceTimes {
  const uids = sameUid(feeds)
  const starts = pairsOf(
    [...touchpoints, ...feeds, ...cadences],
    ({span}) => `${span.start} ${span.allDay} ${span.floating}`,
  )
  const candidates = [
    ...linksOf(touchpoints, feeds),
    ...uids.pairs.map(([a, b]) => ({a, b, because: 'same-uid' as const, distance: 0})),
    ...starts.pairs.filter(([a, b]) => mayBeOne(a, b)).flatMap(([a, b]) => alike(a, b)),
  ]
  return {candidates, problems: uids.cut || starts.cut ? [tooMany] : []}
}

/**
 * One UID in two feeds: the same recurrence of it, or (a copy without its rule) the same start; or an
 * event that takes place once, wherever one of the feeds has moved it within a month.
 */
function sameUid(feeds: readonly FeedItem[]): Pairs<FeedItem> {
  const recurrences = pairsOf(feeds, (item) => `${item.recurrenceMs} ${item.occurrence.uid}`)
  const once = feeds.filter(({occurrence}) => occurrence.recurrenceId === undefined)
  const moved = pairsOf(once, ({occurrence}) => occurrence.uid)
  const near = moved.pairs.filter(([a, b]) => Math.abs(a.span.startMs - b.span.startMs) <= farthest)
  return {pairs: [...recurrences.pairs, ...near], cut: recurrences.cut || moved.cut}
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
  const named = isGuessAtOwnEvent(a, b) && titlesAgree(a.title, b.title)
  if (similarity < sameTitleThreshold && !named) return []
  return [{a, b, because: 'same-title', similarity, distance: 0}]
}

/**
 * A cadence's date is a guess. Where the community's own calendar has "Touchpoint: security" at that very
 * time, "Thursday touchpoints, to be announced" beside it would be the same meeting twice.
 */
function isGuessAtOwnEvent(a: Item, b: Item): boolean {
  const cadence = [a, b].some(({kind}) => kind === 'cadence')
  return cadence && [a, b].some((item) => item.kind === 'feed' && item.feed.own)
}

const tooMany: CalendarProblem = {
  kind: 'calendar',
  code: 'limit',
  message:
    'So many events of one feed start at one time or have one UID that not all were compared with those of other sources. Some may show twice.',
}
