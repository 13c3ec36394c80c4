import type {DisagreementProblem} from '../problems.ts'
import type {ResolvedEvent} from './resolveFields.ts'

/**
 * Touchpoints that name a feed event which no feed holds on that date: it was deleted or moved away,
 * or the UID is wrong. Told only of what is still to come: many feeds drop their past.
 */
export function findDeadLinks(
  chosen: readonly ResolvedEvent[],
  now: number | undefined,
): DisagreementProblem[] {
  return chosen.flatMap(({event, span, items}) => {
    const [first] = items
    if (first?.kind !== 'touchpoint' || !first.touchpoint.eventUid) return []
    if (now !== undefined && span.endMs <= now) return []
    if (first.touchpoint.status === 'cancelled') return []
    if (event.joins.some(({because}) => because === 'linked')) return []
    const value = first.touchpoint.eventUid
    return [
      {
        kind: 'disagreement',
        eventId: event.id,
        field: 'eventUid',
        values: [{source: first.key, value}],
        message: `"${event.title}" names the calendar event ${value}, which no calendar holds on its date. It may have been deleted or moved; or correct the UID.`,
      },
    ]
  })
}
