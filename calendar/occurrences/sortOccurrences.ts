import type {OccurrenceTimes} from '../series/series.ts'

/**
 * Sorts the occurrences of several events by start, then by the order of the events, then by position
 * in the text.
 *
 * Many occurrences share a start (7,500 in a quarter have some 900 different ones). So only the
 * distinct starts are sorted, as numbers. Occurrences with the same start are already in order.
 *
 * @param groups - The occurrences of each event; none is empty.
 */
export function sortOccurrences(
  groups: readonly (readonly OccurrenceTimes[])[],
): OccurrenceTimes[] {
  const byStart = new Map<number, OccurrenceTimes[]>()
  for (const group of groups) {
    for (const one of inPlace(group)) {
      const others = byStart.get(one.from)
      if (others) others.push(one)
      else byStart.set(one.from, [one])
    }
  }
  const starts = Float64Array.from(byStart.keys()).sort()
  const sorted: OccurrenceTimes[] = []
  for (const start of starts) {
    for (const one of byStart.get(start) ?? []) sorted.push(one)
  }
  return sorted
}

/**
 * Sorts the occurrences of one event by position in the text. An override is at another position than
 * its event, and may be moved to the start of another occurrence.
 */
function inPlace(group: readonly OccurrenceTimes[]): readonly OccurrenceTimes[] {
  const changed = group.some(({timing}) => timing !== group[0]?.timing)
  return changed
    ? group.toSorted((a, b) => a.timing.component.from - b.timing.component.from)
    : group
}
