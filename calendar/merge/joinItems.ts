import type {Candidate} from './candidate.ts'
import type {Decisions} from './decisions.ts'
import {byKey, type Item} from './items.ts'
import type {Join} from './mergedEvent.ts'

/** Items that are the same event, and the reasons. */
export interface JoinedItems {
  items: Item[]
  joins: Join[]
}

/**
 * Joins items into events, the strongest reasons first.
 *
 * Two items of one group are never joined, also not through a third. The same is true for items that an
 * editor decided to be different, unless a UID joins them. Sorting by reason, similarity and key makes the
 * result independent of the order of the input.
 */
export function joinItems(
  items: readonly Item[],
  candidates: readonly Candidate[],
  decisions: Decisions,
): JoinedItems[] {
  const eventOf = new Map<Item, JoinedItems>(
    items.map((item) => [item, {items: [item], joins: []}]),
  )
  for (const candidate of candidates.toSorted(surestFirst)) {
    const into = eventOf.get(candidate.a)
    const from = eventOf.get(candidate.b)
    if (!into || !from || into === from || haveOneGroup(into, from)) continue
    if (!isByUid(candidate) && areDifferent(into, from, decisions)) continue
    into.items.push(...from.items)
    into.joins.push(...from.joins, joinOf(candidate))
    for (const item of from.items) eventOf.set(item, into)
  }
  const joined = [...new Set(eventOf.values())]
  return joined.map((event) => ({...event, joins: event.joins.toSorted(strongestFirst)}))
}

const reasons = [
  'linked',
  'decided',
  'same-uid',
  'moved-date',
  'same-join-link',
  'same-title',
  'same-series',
] as const

function strongestFirst(a: Join, b: Join): number {
  const byReason = reasons.indexOf(a.reason) - reasons.indexOf(b.reason)
  return byReason || (a.sources.join() < b.sources.join() ? -1 : 1)
}

function surestFirst(a: Candidate, b: Candidate): number {
  return (
    reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
    a.distance - b.distance ||
    (b.similarity ?? 0) - (a.similarity ?? 0) ||
    byPairOfKeys(a, b)
  )
}

function byPairOfKeys(a: Candidate, b: Candidate): number {
  const left = keysOf(a).join('\n')
  const right = keysOf(b).join('\n')
  return left < right ? -1 : left > right ? 1 : 0
}

function keysOf({a, b}: Candidate): [string, string] {
  return byKey(a, b) < 0 ? [a.key, b.key] : [b.key, a.key]
}

function haveOneGroup(a: JoinedItems, b: JoinedItems): boolean {
  return a.items.some((item) => b.items.some(({group}) => group === item.group))
}

function isByUid({reason}: Candidate): boolean {
  return reason === 'linked' || reason === 'same-uid'
}

function areDifferent(a: JoinedItems, b: JoinedItems, {verdictOn}: Decisions): boolean {
  return a.items.some((item) => b.items.some((other) => verdictOn(item, other) === 'different'))
}

function joinOf(candidate: Candidate): Join {
  const {reason, similarity} = candidate
  const sources = keysOf(candidate)
  if (similarity === undefined) return {sources, reason}
  return {sources, reason, similarity: Math.round(similarity * 100) / 100}
}
