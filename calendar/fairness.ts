/**
 * Returns the largest number that each group may keep so that all together keep at most `max`.
 *
 * Groups with fewer keep all of theirs, and leave the rest to the others (max-min fairness). So a large
 * group never takes a place from a small one.
 *
 * @example fairShare([2, 50, 90], 30) // 14: 2 + 14 + 14
 */
export function fairShare(counts: readonly number[], max: number): number {
  const ascending = counts.toSorted((a, b) => a - b)
  let left = max
  for (const [index, count] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index))
    if (count > share) return share
    left -= count
  }
  return Infinity
}

/**
 * Returns at most `max` items, in their order.
 *
 * Each group of the first level keeps a fair share, within it each group of the second level, and so
 * on. Within a group, the first items are kept. Places that are left go to the first of the rest.
 *
 * @example keepFairly(items, 1000, [({feed}) => feed.id, ({uid}) => uid])
 */
export function keepFairly<T>(
  items: readonly T[],
  max: number,
  [level, ...levels]: readonly ((item: T) => string)[],
): readonly T[] {
  if (items.length <= max) return items
  if (!level) return items.slice(0, max)
  const groups = [...Map.groupBy(items, level).values()]
  const share = fairShare(
    groups.map(({length}) => length),
    max,
  )
  const kept = new Set(
    groups.flatMap((group) => (group.length > share ? keepFairly(group, share, levels) : group)),
  )
  for (const item of items) {
    if (kept.size >= max) break
    kept.add(item)
  }
  return items.filter((item) => kept.has(item))
}
