import {wallClock} from '@touchpoints/calendar/time'
import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {SessionFacts} from './likeness.ts'

const sessionFields = `_id, title, schedule, "series": series->title,
  "guests": guests[role != "moderator"].guest->name`

/** One session by its id. Parameter: `$id`. */
export const sessionFactsQuery = `*[_type == "touchpoint" && _id == $id][0]{${sessionFields}}`

/**
 * Sessions that a recording could be of, the latest first, and which sessions have one already. What was
 * cancelled was not recorded. Parameters: `$from` and `$to`, instants.
 *
 * Two lists, compared by whoever asks: as one condition the recordings are gone through for each session,
 * which took the embedded lake a minute for 5,000 of each (two lists: 0.1 s).
 */
export const sessionCandidatesQuery = `{
  "sessions": *[_type == "touchpoint" && status != "cancelled"
    && schedule.start >= $from && schedule.start < $to]
    | order(schedule.start desc)[0...300]{${sessionFields}},
  "taken": *[_type == "recording" && defined(touchpoint)].touchpoint._ref
}`

/** What that query answered, read: the sessions that have no recording. */
export function readCandidates(answer: unknown): SessionFacts[] {
  const {sessions, taken} = fieldsOf(answer)
  const recorded = new Set<unknown>(Array.isArray(taken) ? taken : [])
  if (!Array.isArray(sessions)) return []
  return sessions
    .flatMap((each: unknown) => readSession(each) ?? [])
    .filter(({id}) => !recorded.has(id))
}

const day = 86_400_000

/**
 * The window in which the session of a recording lies. Around its date half a year, as a date may be of
 * an upload, or mistyped by a month; without one whatever has begun, of which the query takes the latest.
 *
 * @param now - milliseconds since 1970
 */
export function candidateWindow(date: string | undefined, now: number): {from: string; to: string} {
  const soon = now + day
  const around = Date.parse(date ?? '')
  const [from, to] = Number.isNaN(around)
    ? [0, soon]
    : [around - 183 * day, Math.min(around + 183 * day, Math.max(soon, around + day))]
  return {from: new Date(from).toISOString(), to: new Date(to).toISOString()}
}

/** What a query answered, read; a session without a title or date is told by what it has. */
export function readSession(answer: unknown): SessionFacts | undefined {
  const stored = fieldsOf(answer)
  const id = textOf(stored['_id'])
  if (id === undefined) return undefined
  const schedule = scheduleOf(stored['schedule'])
  const guests: unknown = stored['guests']
  return {
    id,
    title: textOf(stored['title']) ?? 'Untitled session',
    date: schedule && wallClock(schedule.start, schedule.timeZone).date,
    guests: Array.isArray(guests) ? guests.flatMap((name) => textOf(name) ?? []) : [],
    series: textOf(stored['series']),
  }
}
