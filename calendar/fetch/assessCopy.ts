import type {Calendar} from '../types.ts'
import type {FeedFault, FeedRecord} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'

/** Whether a new copy is taken for the calendar, or the last good one stands. */
export type Verdict = {kind: 'good'} | {kind: 'refused'; fault: FeedFault; loss?: true}

/**
 * A feed that answers something is not yet right: sign-in pages, texts cut off in the middle and
 * calendars whose events are gone have all emptied real communities' pages. What is no calendar is
 * refused in any case; a doubtful one only where there is a better copy. A loss that lasts is believed,
 * for communities do clean up.
 */
export function assessCopy(
  calendar: Calendar,
  host: string,
  record: FeedRecord | undefined,
  limits: FetchLimits,
  now: number,
): Verdict {
  const no = calendar.problems.find(({code}) => code === 'not-a-calendar' || code === 'empty')
  if (no) return refused('not-a-calendar', `${host} sent no calendar. ${no.message}`)
  const last = record?.copy
  if (!last) return {kind: 'good'}
  const cut = calendar.problems.find(({code}) => code === 'truncated')
  if (cut) return refused('truncated', `${host} sent its calendar cut off. ${cut.message}`)
  if (!hasLost(calendar.eventCount, last.eventCount, limits)) return {kind: 'good'}
  const since = record?.lossSince === undefined ? now : Date.parse(record.lossSince)
  if (now - since >= limits.lossBelievedAfter) return {kind: 'good'}
  const hours = Math.ceil((since + limits.lossBelievedAfter - now) / 3_600_000)
  const message = `The calendar of ${host} went from ${last.eventCount} events to ${calendar.eventCount}. Until that is sure its last good copy is shown: look whether events were deleted by mistake. If they were not, there is nothing to do; the loss is believed in ${hours} hours.`
  return {kind: 'refused', fault: {code: 'event-loss', message}, loss: true}
}

function hasLost(events: number, before: number, {keptShare, keptLeast}: FetchLimits): boolean {
  if (before === 0) return false
  if (events === 0) return true
  return before >= keptLeast && events < before * keptShare
}

function refused(code: 'not-a-calendar' | 'truncated', message: string): Verdict {
  return {kind: 'refused', fault: {code, message}}
}
