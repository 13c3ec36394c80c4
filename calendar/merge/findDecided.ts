import type {Candidate} from './candidate.ts'
import type {Decisions} from './decisions.ts'
import {keysOfItem} from './identity.ts'
import {byKey, type Item} from './items.ts'
import {maxPairs, maxPerGroup} from './pairs.ts'
import {longestMove} from './time.ts'

/**
 * Returns the pairs of items that an editor decided to be one meeting: those with the same start, and those
 * up to two hours apart, because one of them was moved. The nearest pair is joined first.
 */
export function findDecided(
  items: readonly Item[],
  decisions: Decisions,
): {candidates: Candidate[]; cut: boolean} {
  if (decisions.same.length === 0) return {candidates: [], cut: false}
  const itemsOf = new Map<string, Item[]>()
  for (const item of items.toSorted(byTime)) {
    for (const key of keysOfItem(item)) {
      const known = itemsOf.get(key)
      if (known) known.push(item)
      else itemsOf.set(key, [item])
    }
  }
  const candidates: Candidate[] = []
  let cut = false
  for (const [left, right] of decisions.same) {
    const others = itemsOf.get(right) ?? []
    for (const a of itemsOf.get(left) ?? []) {
      const near = nearest(a, others)
      cut ||= near.length > maxPerGroup
      for (const b of near.slice(0, maxPerGroup)) {
        if (a.group === b.group || decisions.verdictOn(a, b) !== 'same') continue
        const distance = Math.abs(a.span.startMs - b.span.startMs)
        candidates.push({a, b, reason: 'decided', distance})
      }
      if (candidates.length > maxPairs) return {candidates, cut: true}
    }
  }
  return {candidates, cut}
}

/** Returns the items that may be the same date, the nearest first. */
function nearest({span}: Item, sorted: readonly Item[]): Item[] {
  const distance = (other: Item) => Math.abs(other.span.startMs - span.startMs)
  const reach = span.allDay ? 0 : longestMove
  const near: Item[] = []
  for (let at = firstFrom(sorted, span.startMs - reach); at < sorted.length; at++) {
    const other = sorted[at]
    if (!other || other.span.startMs > span.startMs + reach) break
    const isSameForm = other.span.allDay === span.allDay && other.span.floating === span.floating
    if (isSameForm) near.push(other)
  }
  return near.toSorted((a, b) => distance(a) - distance(b))
}

function byTime(a: Item, b: Item): number {
  return a.span.startMs - b.span.startMs || byKey(a, b)
}

/** Finds the index of the first item at or after a time by binary search. */
function firstFrom(sorted: readonly Item[], at: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.span.startMs ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
