import type {Calendar} from '../types.ts'
import type {FeedFault, FeedRecord} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'

/** Whether to accept a new copy of a feed or keep the last good one. */
export type Verdict = {kind: 'accepted'} | {kind: 'rejected'; fault: FeedFault; loss?: true}

/**
 * Decides whether to accept a new copy of a feed.
 *
 * A response is not always a valid calendar. Sign-in pages, truncated texts and calendars without their
 * events have all emptied real communities' pages. A text that is not a calendar is always rejected. A
 * doubtful one is rejected only if there is a better copy. A lasting loss of events is accepted,
 * because communities also clean up.
 */
export function assessCopy(
  calendar: Calendar,
  host: string,
  record: FeedRecord | undefined,
  limits: FetchLimits,
  now: number,
): Verdict {
  const invalid = calendar.problems.find(({code}) => code === 'not-a-calendar' || code === 'empty')
  if (invalid)
    return rejected('not-a-calendar', `${host} did not send a calendar. ${invalid.message}`)
  const last = record?.copy
  if (!last) return {kind: 'accepted'}
  const truncated = calendar.problems.find(({code}) => code === 'truncated')
  if (truncated)
    return rejected('truncated', `${host} sent an incomplete calendar. ${truncated.message}`)
  if (!hasLost(calendar.eventCount, last.eventCount, limits)) return {kind: 'accepted'}
  const since = record?.lossSince === undefined ? now : Date.parse(record.lossSince)
  if (now - since >= limits.acceptLossAfter) return {kind: 'accepted'}
  const hours = Math.ceil((since + limits.acceptLossAfter - now) / 3_600_000)
  const message = `The calendar of ${host} went from ${last.eventCount} events to ${calendar.eventCount}, so the last good copy is shown. Check whether events were deleted by mistake. If not, you don't need to do anything: the new copy is accepted in ${hours} hours.`
  return {kind: 'rejected', fault: {code: 'event-loss', message}, loss: true}
}

function hasLost(
  events: number,
  before: number,
  {minKeptShare, minEventsForLoss}: FetchLimits,
): boolean {
  if (before === 0) return false
  if (events === 0) return true
  return before >= minEventsForLoss && events < before * minKeptShare
}

function rejected(code: 'not-a-calendar' | 'truncated', message: string): Verdict {
  return {kind: 'rejected', fault: {code, message}}
}
