import type {DisagreementProblem} from '../problems.ts'
import {lineageOf} from './lineage.ts'
import type {ResolvedEvent} from './resolveFields.ts'

/**
 * Returns a problem for each series of touchpoints that name a feed event which no feed has on that date.
 *
 * The event was deleted or moved, created again, or the UID is wrong. Only upcoming touchpoints are
 * reported, because many feeds drop their past. Touchpoints that name events of one lineage are one
 * problem: a meeting that was created again changes the UID of each date. An event that may not be
 * published exists, so it is not reported.
 */
export function findDeadLinks(
  resolved: readonly ResolvedEvent[],
  now: number | undefined,
  hiddenUids: ReadonlySet<string>,
): DisagreementProblem[] {
  const dead = resolved.flatMap((event) => deadLinkOf(event, now, hiddenUids) ?? [])
  const series = Map.groupBy(dead, ({uid}) => lineageOf(uid).base)
  return [...series.values()].flatMap(problemOf)
}

interface DeadLink {
  event: ResolvedEvent['event']
  source: string
  uid: string
}

function deadLinkOf(
  {event, span, items}: ResolvedEvent,
  now: number | undefined,
  hiddenUids: ReadonlySet<string>,
) {
  const [first] = items
  if (first?.kind !== 'touchpoint' || !first.touchpoint.eventUid) return undefined
  if (hiddenUids.has(first.touchpoint.eventUid)) return undefined
  if (now !== undefined && span.endMs <= now) return undefined
  if (first.touchpoint.status === 'cancelled') return undefined
  if (event.joins.some(({reason}) => reason === 'linked')) return undefined
  return {event, source: first.key, uid: first.touchpoint.eventUid}
}

function problemOf(links: readonly DeadLink[]): DisagreementProblem[] {
  const [first] = links
  if (!first) return []
  const {event, uid} = first
  const problem = {
    kind: 'disagreement' as const,
    eventId: event.id,
    field: 'eventUid',
    values: links.map(({source, uid: value}) => ({source, value})),
  }
  if (links.length === 1) {
    const message = `"${event.title}" names the calendar event ${uid}, but no calendar has that event on this date. Check whether the event was deleted or moved, or correct the UID.`
    return [{...problem, message}]
  }
  const dates = links.map((link) => link.event.start.slice(0, 10)).join(', ')
  const message = `${links.length} sessions such as "${event.title}" name events of one calendar series (${uid} and others), but no calendar has these events on their dates: ${dates}. The meeting was probably created again. Link the sessions to the new events.`
  return [{...problem, message}]
}
