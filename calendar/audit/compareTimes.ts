import {largest as largestOf, smallest} from '../extremes.ts'
import {wallClock} from '../time/index.ts'
import {day, hour, instant, minute} from '../merge/time.ts'

/** Two statements about one date, as starts in milliseconds since 1970. */
export interface Pair {
  expectedMs: number
  actualMs: number
  /** The later statement minus the earlier one, in milliseconds. */
  difference: number
}

/**
 * How the times of one meeting in two sources relate:
 * - `unrelated`: too few dates are near each other;
 * - `agree`: they are equal, apart from single dates that were moved;
 * - `retimed`: they differ by a constant, from a date on or always;
 * - `other-zone`: both keep one time of day, in two zones, so they differ by the change of an offset.
 */
export type TimeRelation =
  | {kind: 'unrelated'}
  | {kind: 'agree'; held: number; moved: Pair[]}
  | {kind: 'retimed'; held: number; difference: number; pairs: Pair[]; always: boolean}
  | {kind: 'other-zone'; held: number; zone: string; time: string; pairs: Pair[]}

export interface Statement {
  startMs: number
  /** IANA id, if the source names one. */
  timeZone?: string | undefined
}

/** Fewer dates can agree or differ by accident. */
const enoughDates = 3

/**
 * Compares the times at which two sources have one meeting.
 *
 * @param expectedZone - IANA id of the zone in which the expected dates are announced
 */
export function compareTimes(
  expected: readonly number[],
  actual: readonly Statement[],
  expectedZone?: string,
): TimeRelation {
  const pairs = pairsOf(expected, actual)
  const held = pairs.filter(({difference}) => difference === 0).length
  const moved = pairs.filter(({difference}) => difference !== 0)
  if (moved.length === 0) return held >= 2 ? {kind: 'agree', held, moved} : {kind: 'unrelated'}
  if (pairs.length >= enoughDates) {
    const zone = otherZone(pairs, zonesOf(actual), expectedZone)
    if (zone) return {kind: 'other-zone', held, ...zone}
    const retimed = retimedOf(pairs)
    if (retimed) return {kind: 'retimed', held, ...retimed}
  }
  return held >= 2 ? {kind: 'agree', held, moved} : {kind: 'unrelated'}
}

/** Pairs each expected date with the nearest actual one: at most a week away, or half the way to the next. */
function pairsOf(expected: readonly number[], actual: readonly Statement[]): Pair[] {
  const sorted = [...new Set(expected)].toSorted((a, b) => a - b)
  const reach = sorted
    .slice(1)
    .map((start, index) => start - (sorted[index] ?? start))
    .filter((gap) => gap > 0)
    .reduce((least, gap) => Math.min(least, gap / 2), 7 * day)
  // Half of two weeks is an hour less when the clocks change in between.
  const tolerant = reach + 2 * hour
  const starts = [...new Set(actual.map(({startMs}) => startMs))].toSorted((a, b) => a - b)
  let at = 0
  return sorted.flatMap((expectedMs) => {
    const distance = (index: number) => Math.abs((starts[index] ?? Infinity) - expectedMs)
    while (at + 1 < starts.length && distance(at + 1) < distance(at)) at++
    const nearest = starts[at]
    if (nearest === undefined || distance(at) > tolerant) return []
    return [{expectedMs, actualMs: nearest, difference: nearest - expectedMs}]
  })
}

/** Zones in which meetings are planned, for feeds that write times in UTC. */
const usualZones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Australia/Sydney',
  'Pacific/Auckland',
]

interface ZoneCandidate {
  zone: string
  /** Whether a source names it. One date in another zone can be a moved date. */
  isDeclared: boolean
}

function zonesOf(actual: readonly Statement[]): ZoneCandidate[] {
  const declared = new Set(actual.flatMap(({timeZone}) => timeZone ?? []))
  const usual = usualZones.filter((zone) => !declared.has(zone))
  return [
    ...[...declared].map((zone) => ({zone, isDeclared: true})),
    ...usual.map((zone) => ({zone, isDeclared: zone === 'UTC'})),
  ]
}

/**
 * Returns the zone in which the actual dates keep one time of day while they differ from the expected ones
 * by the change of an offset. It must explain more dates than one constant difference does.
 */
function otherZone(
  pairs: readonly Pair[],
  zones: readonly ZoneCandidate[],
  expectedZone: string | undefined,
): {zone: string; time: string; pairs: Pair[]} | undefined {
  const usual = regular(pairs, expectedZone, zones)
  const constant = largest(Map.groupBy(pairs, ({difference}) => difference))[1].length
  for (const {zone, isDeclared} of zones) {
    const [time = '', same] = largest(Map.groupBy(usual, ({actualMs}) => timeIn(zone, actualMs)))
    const differences = Map.groupBy(same, ({difference}) => difference)
    if (differences.size < 2 || same.length <= constant || same.length < enoughDates) continue
    const values = [...differences.keys()]
    if (largestOf(values) - smallest(values) > 2 * hour) continue
    const rarest = smallest([...differences.values()].map(({length}) => length))
    if (!isDeclared && rarest < 2) continue
    return {zone, time, pairs: same}
  }
  return undefined
}

/** Returns the pairs in which the expected date is at its usual time of day: it was not moved. */
function regular(
  pairs: readonly Pair[],
  expectedZone: string | undefined,
  zones: readonly ZoneCandidate[],
): Pair[] {
  const candidates = [...(expectedZone ? [expectedZone] : []), ...zones.map(({zone}) => zone)]
  return candidates
    .map((zone) => largest(Map.groupBy(pairs, ({expectedMs}) => timeIn(zone, expectedMs)))[1])
    .reduce((best, some) => (some.length > best.length ? some : best), [])
}

function timeIn(zone: string, ms: number): string {
  return wallClock(instant(ms), zone).time
}

function retimedOf(
  pairs: readonly Pair[],
): {difference: number; pairs: Pair[]; always: boolean} | undefined {
  const [difference = 0, same] = largest(Map.groupBy(pairs, (pair) => pair.difference))
  if (difference !== 0 && same.length >= enoughDates && same.length >= 0.8 * pairs.length)
    return {difference, pairs: same, always: true}
  const last = pairs.at(-1)?.difference ?? 0
  const from = pairs.findLastIndex((pair) => pair.difference !== last) + 1
  const rest = pairs.slice(from)
  if (last === 0 || rest.length < enoughDates) return undefined
  return {difference: last, pairs: rest, always: false}
}

function largest<Key>(groups: Map<Key, Pair[]>): [Key | undefined, Pair[]] {
  let best: [Key | undefined, Pair[]] = [undefined, []]
  for (const [key, pairs] of groups) if (pairs.length > best[1].length) best = [key, pairs]
  return best
}

/**
 * Formats a difference for a sentence.
 *
 * @example differenceText(-90 * 60_000) // '1 h 30 min earlier'
 */
export function differenceText(ms: number): string {
  const minutes = Math.abs(Math.round(ms / minute))
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const
  const text = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
  return `${text} ${ms < 0 ? 'earlier' : 'later'}`
}
