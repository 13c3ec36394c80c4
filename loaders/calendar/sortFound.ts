import type {Found} from './series.ts'

/**
 * Sorts by start, then uid, then place in the text. Many occurrences begin at the same time (7,500 in a
 * quarter at some 900 different ones): sorting the times as numbers and each time's few by uid takes a
 * fifth of the time of one sort with a comparison.
 */
export function sortFound(found: readonly Found[]): Found[] {
  const byStart = new Map<number, Found[]>()
  for (const one of found) {
    const others = byStart.get(one.from)
    if (others) others.push(one)
    else byStart.set(one.from, [one])
  }
  const starts = Float64Array.from(byStart.keys()).sort()
  const sorted: Found[] = []
  for (const start of starts) {
    const group = byStart.get(start) ?? []
    if (group.length > 1) group.sort(byUid)
    for (const one of group) sorted.push(one)
  }
  return sorted
}

function byUid({frame: a}: Found, {frame: b}: Found): number {
  if (a === b) return 0
  if (a.uid !== b.uid) return a.uid < b.uid ? -1 : 1
  return a.component.from - b.component.from
}
