import type {ResemblanceProblem} from '../problems.ts'
import {titleKey} from './compareTitles.ts'
import type {Decisions} from './decisions.ts'
import type {Resemblance} from './findJoins.ts'
import {identityOf} from './identity.ts'
import type {Item} from './items.ts'
import type {Lookalike, MergedEvent} from './mergedEvent.ts'
import {pairsOf} from './pairs.ts'
import type {ResolvedEvent} from './resolveFields.ts'
import {day, longestMove} from './time.ts'

interface ResemblanceOptions {
  decisions: Decisions
  /** Ids of the series with a cadence. */
  cadences: ReadonlySet<string>
}

interface Resemblances {
  problems: ResemblanceProblem[]
  /** What each event looks like. */
  lookalikes: ReadonlyMap<MergedEvent, Lookalike[]>
}

/**
 * Returns the events that may be one, and a problem for each two of them, so that an editor can decide.
 *
 * `possible-duplicate` is one room with unlike titles, or one title in two rooms. `possible-move` is one
 * title at two times of a day, up to two hours apart. What an editor decided is not reported again.
 */
export function findResemblances(
  resolved: readonly ResolvedEvent[],
  resemblances: readonly Resemblance[],
  {decisions, cadences}: ResemblanceOptions,
): Resemblances {
  const eventOf = new Map(resolved.flatMap((event) => event.items.map((item) => [item, event])))
  /** Returns the events of two items in an order that does not depend on the order of the sources. */
  const pairOf = (a: Item, b: Item): Pair[] => {
    const [left, right] = [eventOf.get(a), eventOf.get(b)]
    // An item that found its match elsewhere is not in doubt.
    if (!left || !right || left === right || haveCommonGroup(left, right)) return []
    const verdict = verdictOn(left, right, decisions)
    if (verdict === 'same') return []
    if (right.event.id < left.event.id) return pairOf(b, a)
    const meetings: Pair['meetings'] = [identityOf(a, cadences), identityOf(b, cadences)]
    return [{a: left.event, b: right.event, meetings, verdict: verdict ?? 'open'}]
  }
  const duplicates = resemblances.flatMap(({a, b, because}) =>
    pairOf(a, b).map((pair) => ({pair, problem: duplicateOf(pair, because)})),
  )
  const moves = movesIn(resolved).flatMap(([a, b]) =>
    pairOf(a, b).map((pair) => ({pair, problem: moveOf(pair)})),
  )
  const all = [...duplicates, ...moves]
  return {
    problems: uniqueBySources(
      all.filter(({pair}) => pair.verdict === 'open').map(({problem}) => problem),
    ),
    lookalikes: lookalikesOf(all.map(({pair}) => pair)),
  }
}

/** Returns the lookalikes of each event, each once, in an order that does not depend on the sources. */
function lookalikesOf(pairs: readonly Pair[]): Map<MergedEvent, Lookalike[]> {
  const both = pairs.flatMap(({a, b, verdict}) => [
    {event: a, other: b, verdict},
    {event: b, other: a, verdict},
  ])
  const lookalikes = new Map<MergedEvent, Lookalike[]>()
  for (const [event, others] of Map.groupBy(both, (each) => each.event)) {
    const byId = new Map(
      others.map(({other: {id, title, start}, verdict}) => [id, {id, title, start, verdict}]),
    )
    lookalikes.set(
      event,
      [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  }
  return lookalikes
}

/** Two events that look alike, and what a decision about them has to name. */
interface Pair {
  a: MergedEvent
  b: MergedEvent
  meetings: ResemblanceProblem['meetings']
  verdict: Lookalike['verdict']
}

function duplicateOf({a, b, meetings}: Pair, because: Resemblance['because']): ResemblanceProblem {
  const what = because === 'room' ? 'use the same room' : 'have similar titles'
  return {
    kind: 'review',
    code: 'possible-duplicate',
    sources: [a.id, b.id],
    dates: [a.start],
    meetings,
    message: `"${a.title}" and "${b.title}" start at the same time (${a.start}) and ${what}. Both are shown. Open the calendar tool of the Studio and choose whether they are one meeting or two. If two groups share a room by mistake, give one of them another room.`,
  }
}

/** Returns pairs of one title at two times of a day. */
function movesIn(resolved: readonly ResolvedEvent[]): [Item, Item][] {
  const alone = resolved.filter(
    ({items, span, event}) =>
      items.length === 1 &&
      !span.allDay &&
      event.status !== 'cancelled' &&
      items[0]?.kind !== 'cadence',
  )
  const items = alone.flatMap((event) => event.items)
  const byOwnTitle = pairsByTitle(items, ({title}) => title)
  // The own calendar can have a session under the title of its series.
  const own = items.filter((item) => item.kind === 'touchpoint' || isOwn(item))
  const bySeries = pairsByTitle(own, titleOfSeries).filter((pair) => pair.some(isOwn))
  return [...byOwnTitle, ...bySeries]
}

function pairsByTitle(items: readonly Item[], titleOf: (item: Item) => string): [Item, Item][] {
  const {pairs} = pairsOf(
    items,
    (item) => `${Math.floor(item.span.startMs / day)} ${titleKey(titleOf(item))}`,
  )
  return pairs.filter(([a, b]) => {
    const apart = Math.abs(a.span.startMs - b.span.startMs)
    return apart > 0 && apart <= longestMove && titleKey(titleOf(a)) !== ''
  })
}

function isOwn(item: Item): boolean {
  return item.kind === 'feed' && item.feed.own
}

function titleOfSeries(item: Item): string {
  return (item.kind === 'touchpoint' && item.touchpoint.seriesTitle) || item.title
}

function moveOf({a, b, meetings}: Pair): ResemblanceProblem {
  return {
    kind: 'review',
    code: 'possible-move',
    sources: [a.id, b.id],
    dates: [a.start, b.start].toSorted(),
    meetings,
    message: `"${a.title}" starts at ${a.start} in one source${b.title === a.title ? ' and' : `, and "${b.title}" starts`} at ${b.start} in another. Both are shown. If one of them was moved, correct the other one, or choose “Same meeting” in the calendar tool of the Studio.`,
  }
}

/** A decision about any source of two events is one about the events. */
function verdictOn(a: ResolvedEvent, b: ResolvedEvent, decisions: Decisions) {
  const verdicts = a.items.flatMap((item) =>
    b.items.map((other) => decisions.verdictOn(item, other)),
  )
  return verdicts.includes('different') ? 'different' : verdicts.find((each) => each !== undefined)
}

function haveCommonGroup(a: ResolvedEvent, b: ResolvedEvent): boolean {
  return a.items.some((item) => b.items.some(({group}) => group === item.group))
}

/** Keeps one problem for each two events: several of their sources can resemble each other. */
function uniqueBySources(problems: readonly ResemblanceProblem[]): ResemblanceProblem[] {
  const sorted = problems.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return [...new Map(sorted.map((each) => [`${each.code} ${each.sources.join()}`, each])).values()]
}
