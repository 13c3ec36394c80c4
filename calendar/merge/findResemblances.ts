import type {ReviewProblem} from '../problems.ts'
import {titleKey} from './compareTitles.ts'
import type {Resemblance} from './findJoins.ts'
import type {Item} from './items.ts'
import {pairsOf} from './pairs.ts'
import type {ResolvedEvent} from './resolveFields.ts'
import {day, minute} from './time.ts'

/** The longest difference between two starts that can be one meeting, moved in one of two calendars. */
const longestMove = 120 * minute

/**
 * Returns a problem for each two events that may be one, so that an editor can look.
 *
 * `possible-duplicate` is one room with unlike titles, or one title in two rooms. `possible-move` is one
 * title at two times of a day, up to two hours apart.
 */
export function findResemblances(
  resolved: readonly ResolvedEvent[],
  resemblances: readonly Resemblance[],
): ReviewProblem[] {
  const eventOf = new Map(resolved.flatMap((event) => event.items.map((item) => [item, event])))
  const duplicates = resemblances.flatMap(({a, b, because}) => {
    const [left, right] = [eventOf.get(a), eventOf.get(b)]
    // An item that found its match elsewhere is not in doubt.
    if (!left || !right || left === right || haveCommonGroup(left, right)) return []
    return [duplicateOf(left, right, because)]
  })
  return uniqueBySources([...duplicates, ...findMoves(resolved, eventOf)])
}

function duplicateOf(
  {event: a}: ResolvedEvent,
  {event: b}: ResolvedEvent,
  because: Resemblance['because'],
): ReviewProblem {
  const what = because === 'room' ? 'use the same room' : 'have similar titles'
  return {
    kind: 'review',
    code: 'possible-duplicate',
    sources: [a.id, b.id].toSorted(),
    dates: [a.start],
    message: `"${a.title}" and "${b.title}" start at the same time (${a.start}) and ${what}. Both are shown. If they are one meeting, give it the same title and room in both sources. If two groups share the room, give one of them another room.`,
  }
}

function findMoves(
  resolved: readonly ResolvedEvent[],
  eventOf: ReadonlyMap<Item, ResolvedEvent>,
): ReviewProblem[] {
  const alone = resolved.filter(
    ({items, span, event}) =>
      items.length === 1 &&
      !span.allDay &&
      event.status !== 'cancelled' &&
      items[0]?.kind !== 'cadence',
  )
  const pairs = pairsOf(
    alone.flatMap(({items}) => items),
    ({title, span}) => `${Math.floor(span.startMs / day)} ${titleKey(title)}`,
  ).pairs
  return pairs.flatMap(([a, b]) => {
    const [left, right] = [eventOf.get(a), eventOf.get(b)]
    const apart = Math.abs(a.span.startMs - b.span.startMs)
    if (!left || !right || apart === 0 || apart > longestMove || titleKey(a.title) === '') return []
    return [moveOf(left, right)]
  })
}

function moveOf({event: a}: ResolvedEvent, {event: b}: ResolvedEvent): ReviewProblem {
  return {
    kind: 'review',
    code: 'possible-move',
    sources: [a.id, b.id].toSorted(),
    dates: [a.start, b.start],
    message: `"${a.title}" starts at ${a.start} in one source and at ${b.start} in another. Both are shown. If one of them was moved, correct the other one.`,
  }
}

function haveCommonGroup(a: ResolvedEvent, b: ResolvedEvent): boolean {
  return a.items.some((item) => b.items.some(({group}) => group === item.group))
}

function uniqueBySources(problems: readonly ReviewProblem[]): ReviewProblem[] {
  return [
    ...new Map(problems.map((each) => [`${each.code} ${each.sources.join()}`, each])).values(),
  ]
}
