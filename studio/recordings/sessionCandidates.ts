import {wallClock} from '@touchpoints/calendar/time'
import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {SessionFacts} from './matchRecording.ts'

const sessionFields = `_id, title, schedule, "series": series->title,
  "guests": guests[role != "moderator"].guest->name`

/** GROQ query for one session. Parameter: `$id`. */
export const sessionFactsQuery = `*[_type == "touchpoint" && _id == $id][0]{${sessionFields}}`

/**
 * GROQ query for sessions that a recording may be of, latest first, and for the ids of sessions that have
 * a recording. Canceled sessions are excluded. Parameters: the instants `$from` and `$to`.
 *
 * `readCandidates` compares the two lists. A single condition scans all recordings for each session, which
 * took the embedded Content Lake a minute for 5,000 of each (two lists: 0.1 s).
 */
export const sessionCandidatesQuery = `{
  "sessions": *[_type == "touchpoint" && status != "cancelled"
    && schedule.start >= $from && schedule.start < $to]
    | order(schedule.start desc)[0...300]{${sessionFields}},
  "recorded": *[_type == "recording" && defined(touchpoint)].touchpoint._ref
}`

/** Reads the sessions without a recording from the result of `sessionCandidatesQuery`. */
export function readCandidates(result: unknown): SessionFacts[] {
  const {sessions, recorded} = fieldsOf(result)
  const recordedIds = new Set<unknown>(Array.isArray(recorded) ? recorded : [])
  if (!Array.isArray(sessions)) return []
  return sessions
    .flatMap((each: unknown) => readSession(each) ?? [])
    .filter(({id}) => !recordedIds.has(id))
}

const day = 86_400_000

/**
 * Returns the time window for the session of a recording.
 *
 * It covers half a year around the recording's date, because the date may be the one of the upload, or
 * mistyped. Without a date, it covers all sessions until now.
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

/** Reads the facts about a session. Any field can be missing. */
export function readSession(document: unknown): SessionFacts | undefined {
  const stored = fieldsOf(document)
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
