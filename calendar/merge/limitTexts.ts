import {fairShare} from '../fairness.ts'
import type {MergedEvent} from './mergedEvent.ts'

/** Characters of descriptions for each event that a limited result may have. */
const descriptionPerEvent = 1000

/**
 * Shortens the longest descriptions of a limited result, so that all together have at most 1,000
 * characters for each event that the limit allows.
 *
 * Without it, 3,000 events with 8 kB each would be a file of 24 MB. A shortened text ends in "…".
 */
export function limitTexts(events: readonly MergedEvent[], limit: number): MergedEvent[] {
  const share = fairShare(
    events.map(({description}) => description?.length ?? 0),
    limit * descriptionPerEvent,
  )
  return events.map((event) =>
    event.description !== undefined && event.description.length > share
      ? {...event, description: `${event.description.slice(0, Math.max(0, share - 1))}…`}
      : event,
  )
}
