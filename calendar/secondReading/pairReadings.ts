import type {Occurrence} from '../types.ts'
import {instantOf} from './readWithNodeIcal.ts'
import type {ReadingPair} from './readingDifference.ts'
import type {SecondOccurrence} from './secondReading.ts'

/** A zone that is read wrongly moves an event by less. The next day of a daily event is further away. */
const longestMove = 14 * 3_600_000

interface Group {
  ours: Occurrence[]
  theirs: SecondOccurrence[]
}

/**
 * Finds the occurrences in which two readings differ, sorted by start.
 *
 * Occurrences of one UID with the same start are the same. What is left over of a UID is paired by the original
 * start of a changed occurrence, then by the nearest start.
 */
export function pairReadings(
  ours: readonly Occurrence[],
  theirs: readonly SecondOccurrence[],
): ReadingPair[] {
  const groups = new Map<string, Group>()
  const groupOf = (each: Occurrence | SecondOccurrence): Group => {
    const key =
      each.uid === '' || isDerived(each.uid) ? `title ${each.title}` : `uid ${each.uid.trim()}`
    const group = groups.get(key) ?? {ours: [], theirs: []}
    groups.set(key, group)
    return group
  }
  for (const each of ours) groupOf(each).ours.push(each)
  for (const each of theirs) groupOf(each).theirs.push(each)
  return [...groups.values()]
    .flatMap(pairsOf)
    .toSorted((a, b) => instantOf(startOf(a)) - instantOf(startOf(b)))
}

/** Returns the start in our reading, or in the other one when only that has the event. */
export function startOf(pair: ReadingPair): string {
  return pair.kind === 'extra' ? pair.theirs.start : pair.ours.start
}

/** The UID of an event without one is derived from its content, and node-ical's is random. */
function isDerived(uid: string): boolean {
  return uid.startsWith('content-')
}

function pairsOf(group: Group): ReadingPair[] {
  const same = take(
    group,
    ({start}) => start,
    ({start}) => start,
  )
  const changed = take(
    same.rest,
    ({recurrenceId}) => recurrenceId,
    ({start}) => start,
  )
  const near = takeNear(changed.rest)
  return [
    ...same.pairs.flatMap(differenceOf),
    ...[...changed.pairs, ...near.pairs].map(([own, other]) => {
      return {kind: 'time', ours: own, theirs: other} satisfies ReadingPair
    }),
    ...near.rest.ours.map((own) => ({kind: 'missing', ours: own}) satisfies ReadingPair),
    ...near.rest.theirs.map((other) => ({kind: 'extra', theirs: other}) satisfies ReadingPair),
  ]
}

interface Taken {
  pairs: [Occurrence, SecondOccurrence][]
  rest: Group
}

/** Pairs occurrences with the same key. */
function take(
  {ours, theirs}: Group,
  ourKey: (each: Occurrence) => string | undefined,
  theirKey: (each: SecondOccurrence) => string,
): Taken {
  const byKey = Map.groupBy(theirs, theirKey)
  const pairs: Taken['pairs'] = []
  const rest = ours.filter((own) => {
    const other = byKey.get(ourKey(own) ?? '')?.shift()
    if (other) pairs.push([own, other])
    return !other
  })
  return {pairs, rest: {ours: rest, theirs: [...byKey.values()].flat()}}
}

/** Pairs occurrences in the order of their starts, if they are not further apart than a zone can move them. */
function takeNear({ours, theirs}: Group): Taken {
  const left: Group = {ours: ours.toSorted(byStart), theirs: theirs.toSorted(byStart)}
  const pairs: Taken['pairs'] = []
  const rest: Group = {ours: [], theirs: []}
  let [own, other] = [0, 0]
  for (;;) {
    const [first, second] = [left.ours[own], left.theirs[other]]
    if (!first || !second) break
    const later = instantOf(first.start) - instantOf(second.start)
    if (Math.abs(later) <= longestMove) pairs.push([first, second])
    else if (later < 0) rest.ours.push(first)
    else rest.theirs.push(second)
    if (later <= longestMove) own++
    if (later >= -longestMove) other++
  }
  return {
    pairs,
    rest: {
      ours: rest.ours.concat(left.ours.slice(own)),
      theirs: rest.theirs.concat(left.theirs.slice(other)),
    },
  }
}

function byStart(a: {start: string}, b: {start: string}): number {
  return instantOf(a.start) - instantOf(b.start)
}

function differenceOf([ours, theirs]: [Occurrence, SecondOccurrence]): ReadingPair[] {
  if (ours.end !== theirs.end) return [{kind: 'end', ours, theirs}]
  return ours.status === theirs.status ? [] : [{kind: 'status', ours, theirs}]
}
