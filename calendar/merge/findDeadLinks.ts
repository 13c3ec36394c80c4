import type {DisagreementProblem} from '../problems.ts'
import type {ResolvedEvent} from './resolveFields.ts'

/**
 * Returns a problem for each touchpoint that names a feed event which no feed has on that date.
 *
 * The event was deleted or moved, or the UID is wrong. Only upcoming touchpoints are reported, because
 * many feeds drop their past.
 */
export function findDeadLinks(
  resolved: readonly ResolvedEvent[],
  now: number | undefined,
): DisagreementProblem[] {
  return resolved.flatMap(({event, span, items}) => {
    const [first] = items
    if (first?.kind !== 'touchpoint' || !first.touchpoint.eventUid) return []
    if (now !== undefined && span.endMs <= now) return []
    if (first.touchpoint.status === 'cancelled') return []
    if (event.joins.some(({reason}) => reason === 'linked')) return []
    const value = first.touchpoint.eventUid
    return [
      {
        kind: 'disagreement',
        eventId: event.id,
        field: 'eventUid',
        values: [{source: first.key, value}],
        message: `"${event.title}" names the calendar event ${value}, but no calendar has that event on this date. Check whether the event was deleted or moved, or correct the UID.`,
      },
    ]
  })
}
