import type {CalendarProblem} from '../problems.ts'
import {assessPair, type Assessment} from './assessPair.ts'
import type {Candidate} from './candidate.ts'
import type {Decisions} from './decisions.ts'
import {findDecided} from './findDecided.ts'
import type {CadenceItem, FeedItem, Item, Items, TouchpointItem} from './items.ts'
import {lineageOf} from './lineage.ts'
import {linkedOccurrences} from './linkedOccurrences.ts'
import {maxPerGroup, pairsOf, type Pairs} from './pairs.ts'
import {maxTimeDifference} from './time.ts'
import {titleSimilarity} from './titleSimilarity.ts'

/** Two items that may be one event. The evidence is too weak to join them, or an editor decided against it. */
export interface Resemblance {
  a: Item
  b: Item
  because: 'room' | 'title'
}

export interface JoinCandidates {
  candidates: Candidate[]
  resemblances: Resemblance[]
  problems: CalendarProblem[]
}

/** Returns every pair of items that one of the rules matches (docs/calendars.md, "Merging"). */
export function findJoins(
  {touchpoints, feeds, cadences}: Items,
  decisions: Decisions,
): JoinCandidates {
  // A date that its calendar moved is only the event that it became.
  const all = [...touchpoints, ...feeds, ...cadences.filter(({movedTo}) => movedTo === undefined)]
  const uids = sameUid(feeds)
  const starts = pairsOf(all, ({span}) => `${span.start} ${span.allDay} ${span.floating}`)
  const decided = findDecided(all, decisions)
  const candidates: Candidate[] = [
    ...linkedOccurrences(touchpoints, feeds),
    ...decided.candidates,
    ...movedDates(cadences, feeds),
    ...uids.pairs.map(([a, b]) => ({a, b, reason: 'same-uid' as const, distance: 0})),
  ]
  const resemblances: Resemblance[] = []
  for (const [a, b] of starts.pairs) {
    const verdict = decisions.verdictOn(a, b)
    if (!canMatch(a, b) || verdict === 'same') continue
    const assessment = assessPair(a, b)
    if (verdict === 'different') {
      if (assessment.kind !== 'apart') resemblances.push({a, b, because: signOf(assessment)})
    } else if (assessment.kind === 'join') candidates.push(candidateOf(a, b, assessment.reason))
    else if (assessment.kind === 'resembles') resemblances.push({a, b, because: assessment.because})
  }
  for (const [a, b] of movedPairs(cadences, [...touchpoints, ...feeds])) {
    const reason = canMatch(a, b) ? reasonFor(a, b, decisions) : undefined
    if (!reason) continue
    candidates.push({
      ...candidateOf(a, b, reason),
      distance: Math.abs(a.span.startMs - b.span.startMs),
    })
  }
  const problems = uids.cut || starts.cut || decided.cut ? [limitProblem] : []
  return {candidates, resemblances, problems}
}

function signOf(assessment: Exclude<Assessment, {kind: 'apart'}>): Resemblance['because'] {
  if (assessment.kind === 'resembles') return assessment.because
  return assessment.reason === 'same-join-link' ? 'room' : 'title'
}

/** Returns the dates that their own calendar has at another time, with the event that each became. */
function movedDates(cadences: readonly CadenceItem[], feeds: readonly FeedItem[]): Candidate[] {
  const moved = cadences.filter(({movedTo}) => movedTo !== undefined)
  if (moved.length === 0) return []
  const byKey = new Map(feeds.map((event) => [event.key, event]))
  return moved.flatMap((date): Candidate[] => {
    const event = byKey.get(date.movedTo ?? '')
    if (!event) return []
    const distance = Math.abs(event.span.startMs - date.span.startMs)
    return [{a: date, b: event, reason: 'moved-date', distance}]
  })
}

/**
 * Returns the dates that an editor moved, with the items at their original start: a source that does not know
 * of it, or one that moved the event to another time. A date has one item of each feed, and the one at the new
 * time is nearer.
 */
function movedPairs(
  cadences: readonly CadenceItem[],
  others: readonly (TouchpointItem | FeedItem)[],
): [CadenceItem, TouchpointItem | FeedItem][] {
  const moved = cadences.filter(({change}) => change?.kind === 'moved')
  if (moved.length === 0) return []
  const timed = others.filter(({span}) => !span.allDay && !span.floating)
  const byStart = Map.groupBy(timed, originalMs)
  return moved.flatMap((date) =>
    (byStart.get(date.originalMs) ?? [])
      .slice(0, maxPerGroup)
      .map((other): [CadenceItem, TouchpointItem | FeedItem] => [date, other]),
  )
}

function originalMs(item: TouchpointItem | FeedItem): number {
  if (item.kind === 'touchpoint') return item.span.startMs
  return lineageOf(item.occurrence.uid).originalMs ?? item.recurrenceMs
}

type EqualReason = 'decided' | 'same-join-link' | 'same-title' | 'same-series'

function reasonFor(a: Item, b: Item, {verdictOn}: Decisions): EqualReason | undefined {
  const verdict = verdictOn(a, b)
  if (verdict) return verdict === 'same' ? 'decided' : undefined
  const assessment = assessPair(a, b)
  return assessment.kind === 'join' ? assessment.reason : undefined
}

function candidateOf(a: Item, b: Item, reason: EqualReason): Candidate {
  if (reason !== 'same-title') return {a, b, reason, distance: 0}
  return {a, b, reason, similarity: titleSimilarity(a.title, b.title), distance: 0}
}

/**
 * Returns the pairs of feed items of one lineage in two feeds.
 *
 * They have the same recurrence, or the same start (a copy without the rule). An event that takes place
 * once may be moved by up to 31 days in one of the feeds.
 */
function sameUid(feeds: readonly FeedItem[]): Pairs<FeedItem> {
  const recurrences = pairsOf(
    feeds,
    (item) => `${item.recurrenceMs} ${lineageOf(item.occurrence.uid).base}`,
  )
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

const limitProblem: CalendarProblem = {
  kind: 'calendar',
  code: 'limit',
  message:
    'Too many events of one feed have the same start or the same UID, so not all were compared with other sources. Some events may appear twice. Use title filters to leave out events of the feed.',
}
