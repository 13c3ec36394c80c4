import type {ResemblanceProblem} from '../problems.ts'
import {titleKey} from './compareTitles.ts'
import type {Decisions} from './decisions.ts'
import type {Resemblance} from './findJoins.ts'
import {identityOf} from './identity.ts'
import type {Item} from './items.ts'
import {pairsOf} from './pairs.ts'
import type {ResolvedEvent} from './resolveFields.ts'
import {day, longestMove} from './time.ts'

interface ResemblanceOptions {
  decisions: Decisions
  /** Ids of the series and groups with a cadence. */
  cadences: ReadonlySet<string>
}

/**
 * Returns a problem for each two events that may be one, so that an editor can decide.
 *
 * `possible-duplicate` is one room with unlike titles, or one title in two rooms. `possible-move` is one
 * title at two times of a day, up to two hours apart. What an editor decided is not reported again.
 */
export function findResemblances(
  resolved: readonly ResolvedEvent[],
  resemblances: readonly Resemblance[],
  {decisions, cadences}: ResemblanceOptions,
): ResemblanceProblem[] {
  const eventOf = new Map(resolved.flatMap((event) => event.items.map((item) => [item, event])))
  const meetingsOf = (a: Item, b: Item): ResemblanceProblem['meetings'] => {
    const [first, second] =
      (eventOf.get(a)?.event.id ?? '') < (eventOf.get(b)?.event.id ?? '') ? [a, b] : [b, a]
    return [identityOf(first, cadences), identityOf(second, cadences)]
  }
  const duplicates = resemblances.flatMap(({a, b, because}) => {
    const [left, right] = [eventOf.get(a), eventOf.get(b)]
    // An item that found its match elsewhere is not in doubt.
    if (!left || !right || left === right || haveCommonGroup(left, right)) return []
    if (areDecided(left, right, decisions)) return []
    return [duplicateOf(...inOrder(left, right), because, meetingsOf(a, b))]
  })
  const moves = movesIn(resolved).flatMap(([a, b]) => {
    const [left, right] = [eventOf.get(a), eventOf.get(b)]
    if (!left || !right || areDecided(left, right, decisions)) return []
    return [moveOf(...inOrder(left, right), meetingsOf(a, b))]
  })
  return uniqueBySources([...duplicates, ...moves])
}

function duplicateOf(
  {event: a}: ResolvedEvent,
  {event: b}: ResolvedEvent,
  because: Resemblance['because'],
  meetings: ResemblanceProblem['meetings'],
): ResemblanceProblem {
  const what = because === 'room' ? 'use the same room' : 'have similar titles'
  return {
    kind: 'review',
    code: 'possible-duplicate',
    sources: [a.id, b.id],
    dates: [a.start],
    meetings,
    message: `"${a.title}" and "${b.title}" start at the same time (${a.start}) and ${what}. Both are shown. If they are one meeting, say so in the calendar tool of the Studio. If two groups share the room, say that they are different.`,
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
  const {pairs} = pairsOf(
    alone.flatMap(({items}) => items),
    ({title, span}) => `${Math.floor(span.startMs / day)} ${titleKey(title)}`,
  )
  return pairs.filter(([a, b]) => {
    const apart = Math.abs(a.span.startMs - b.span.startMs)
    return apart > 0 && apart <= longestMove && titleKey(a.title) !== ''
  })
}

function moveOf(
  {event: a}: ResolvedEvent,
  {event: b}: ResolvedEvent,
  meetings: ResemblanceProblem['meetings'],
): ResemblanceProblem {
  return {
    kind: 'review',
    code: 'possible-move',
    sources: [a.id, b.id],
    dates: [a.start, b.start].toSorted(),
    meetings,
    message: `"${a.title}" starts at ${a.start} in one source and at ${b.start} in another. Both are shown. If one of them was moved, correct the other one, or say in the calendar tool of the Studio that they are one meeting.`,
  }
}

/** The order of two events must not depend on the order of the sources. */
function inOrder(a: ResolvedEvent, b: ResolvedEvent): [ResolvedEvent, ResolvedEvent] {
  return a.event.id < b.event.id ? [a, b] : [b, a]
}

/** A decision about any source of two events is one about the events. */
function areDecided(a: ResolvedEvent, b: ResolvedEvent, {verdictOn}: Decisions): boolean {
  return a.items.some((item) => b.items.some((other) => verdictOn(item, other) !== undefined))
}

function haveCommonGroup(a: ResolvedEvent, b: ResolvedEvent): boolean {
  return a.items.some((item) => b.items.some(({group}) => group === item.group))
}

/** Keeps one problem for each two events: several of their sources can resemble each other. */
function uniqueBySources(problems: readonly ResemblanceProblem[]): ResemblanceProblem[] {
  const sorted = problems.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return [...new Map(sorted.map((each) => [`${each.code} ${each.sources.join()}`, each])).values()]
}
