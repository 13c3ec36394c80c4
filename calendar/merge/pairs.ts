import type {Item} from './items.ts'

/**
 * Maximum number of items of one feed to compare within one set. Communities have a handful of calls at
 * one time. A feed with thousands of events at one instant would otherwise take minutes, because the
 * number of pairs grows with the square.
 */
export const maxPerGroup = 24

/**
 * Maximum number of pairs to compare in one merge: at most a second's work. Real calendars have
 * hundreds.
 */
export const maxPairs = 100_000

export interface Pairs<T> {
  pairs: [T, T][]
  /** Whether a limit left out pairs. */
  cut: boolean
}

/** Returns every pair of items with the same key and different groups. */
export function pairsOf<T extends Item>(items: readonly T[], keyOf: (item: T) => string): Pairs<T> {
  const pairs: [T, T][] = []
  let cut = false
  const sets = [...Map.groupBy(items, keyOf).values()].map((set) => [
    ...Map.groupBy(set, ({group}) => group).values(),
  ])
  // The smallest first, so that a dense feed does not use up the pairs that others need.
  for (const groups of sets.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    // One group alone has no pairs, so its number of items doesn't matter.
    if (groups.length === 1) continue
    cut ||= groups.some(({length}) => length > maxPerGroup)
    const few = groups.flatMap((group) => group.slice(0, maxPerGroup))
    for (const [index, a] of few.entries()) {
      for (const b of few.slice(index + 1)) if (a.group !== b.group) pairs.push([a, b])
    }
    if (pairs.length > maxPairs) return {pairs, cut: true}
  }
  return {pairs, cut}
}

function sizeOf(groups: readonly (readonly unknown[])[]): number {
  return groups.reduce((size, {length}) => size + length, 0)
}
