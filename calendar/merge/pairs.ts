import type {Item} from './items.ts'

/**
 * How many items of one feed are compared within one set: communities have a handful of calls at one
 * hour. A feed with thousands of events at one instant would otherwise cost minutes, for pairs grow
 * with the square.
 */
export const maxPerGroup = 24

/** How many pairs one answer compares: a second's work at most. Real calendars come to hundreds. */
export const maxPairs = 100_000

export interface Pairs<T> {
  pairs: [T, T][]
  /** Whether a limit left pairs out. */
  cut: boolean
}

/** Every pair of items that share a key and come from different groups. */
export function pairsOf<T extends Item>(items: readonly T[], keyOf: (item: T) => string): Pairs<T> {
  const pairs: [T, T][] = []
  let cut = false
  for (const set of Map.groupBy(items, keyOf).values()) {
    const groups = [...Map.groupBy(set, ({group}) => group).values()]
    // Alone, a group has no pairs, however many items it has.
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
