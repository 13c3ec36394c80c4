import type {CalendarProblem} from '../problems.ts'
import type {Candidate} from './candidate.ts'
import type {FeedItem, Item, Items, TouchpointItem} from './items.ts'
import {roomOf} from '../links/roomOf.ts'
import {linkedOccurrences} from './linkedOccurrences.ts'
import {pairsOf, type Pairs} from './pairs.ts'
import {maxTimeDifference} from './time.ts'
import {sameTitleThreshold, titlesAgree, titleSimilarity} from './titleSimilarity.ts'

export interface JoinCandidates {
  candidates: Candidate[]
  problems: CalendarProblem[]
}

/** Returns every pair of items that one of the rules matches (docs/calendars.md, "Merging"). */
export function findJoins({touchpoints, feeds, cadences}: Items): JoinCandidates {
  const uids = sameUid(feeds)
  const starts = pairsOf(
    [...touchpoints, ...feeds, ...cadences],
    ({span}) => `${span.start} ${span.allDay} ${span.floating}`,
  )
  const candidates = [
    ...linkedOccurrences(touchpoints, feeds),
    ...uids.pairs.map(([a, b]) => ({a, b, reason: 'same-uid' as const, distance: 0})),
    ...starts.pairs.filter(([a, b]) => canMatch(a, b)).flatMap(([a, b]) => matchesOf(a, b)),
  ]
  return {candidates, problems: uids.cut || starts.cut ? [limitProblem] : []}
}

/**
 * Returns the pairs of feed items with the same UID in two feeds.
 *
 * They have the same recurrence, or the same start (a copy without the rule). An event that takes place
 * once may be moved by up to 31 days in one of the feeds.
 */
function sameUid(feeds: readonly FeedItem[]): Pairs<FeedItem> {
  const recurrences = pairsOf(feeds, (item) => `${item.recurrenceMs} ${item.occurrence.uid}`)
  const once = feeds.filter(({occurrence}) => occurrence.recurrenceId === undefined)
  const moved = pairsOf(once, ({occurrence}) => occurrence.uid)
  const near = moved.pairs.filter(
    ([a, b]) => Math.abs(a.span.startMs - b.span.startMs) <= maxTimeDifference,
  )
  return {pairs: [...recurrences.pairs, ...near], cut: recurrences.cut || moved.cut}
}

/**
 * Returns whether two items can be the same event. Dates that a touchpoint of the series fills are
 * already removed, so a cadence can only match a touchpoint without a series.
 */
function canMatch(a: Item, b: Item): boolean {
  const touchpoint = [a, b].find((item): item is TouchpointItem => item.kind === 'touchpoint')
  const cadence = [a, b].find(({kind}) => kind === 'cadence')
  return !(touchpoint?.touchpoint.seriesId && cadence)
}

function matchesOf(a: Item, b: Item): Candidate[] {
  const [left, right] = [roomOf(a.joinUrl), roomOf(b.joinUrl)]
  if (left !== undefined && left === right) {
    return [{a, b, reason: 'same-join-link', distance: 0}]
  }
  // "Office hours" at the same time in two communities' feeds are two events if their rooms differ.
  // A touchpoint with an outdated room is still merged, and the difference is reported.
  const bothHaveRooms = left !== undefined && right !== undefined
  if (bothHaveRooms && a.kind === 'feed' && b.kind === 'feed') return []
  const similarity = titleSimilarity(a.title, b.title)
  const named = isGuessAtOwnEvent(a, b) && titlesAgree(a.title, b.title)
  if (similarity < sameTitleThreshold && !named) return []
  return [{a, b, reason: 'same-title', similarity, distance: 0}]
}

/**
 * Returns whether one item is a cadence and the other an event of the community's own feed.
 *
 * A cadence's date is a guess. If the own calendar has "Touchpoint: security" at that time, "Thursday
 * touchpoints, to be announced" would show the same meeting twice.
 */
function isGuessAtOwnEvent(a: Item, b: Item): boolean {
  const cadence = [a, b].some(({kind}) => kind === 'cadence')
  return cadence && [a, b].some((item) => item.kind === 'feed' && item.feed.own)
}

const limitProblem: CalendarProblem = {
  kind: 'calendar',
  code: 'limit',
  message:
    'Too many events of one feed have the same start or the same UID, so not all were compared with other sources. Some events may appear twice. Use title filters to leave out events of the feed.',
}
