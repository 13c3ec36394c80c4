import {fieldsOf, publishedId, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import {sessionTimes} from '../schedule/sessionTimes.ts'
import type {Session} from './updateTogether.ts'

/** A session in a list that is handled together. */
export interface BulkSession extends Session {
  /** `Thu 5 Feb 2026, 12:00`, in the session's own zone. */
  when: string
  status: string
  /** Whether it has changes that are not published, which publishing it publishes too. */
  hasDraft: boolean
  /** Stored values of the fields that acts set, from which an act can be undone. */
  before: Readonly<Record<string, string | undefined>>
}

export interface BulkSessions {
  total: number
  /** The earliest ones. */
  sessions: readonly BulkSession[]
}

/** Rows that a browser shows at once. After them, the next ones follow. */
const maxShown = 200

/** Returns the GROQ query for the sessions of an attention list, in the perspective `drafts`. */
export function bulkQuery(filter: string): string {
  return `{
  "total": count(*[${filter}]),
  "sessions": *[${filter}] | order(schedule.start asc)[0...${maxShown}]{
    _id, _originalId, title, status, schedule, cancelReason, recordingPolicy
  }
}`
}

export function readBulkSessions(result: unknown): BulkSessions {
  const {total, sessions} = fieldsOf(result)
  return {
    total: typeof total === 'number' ? total : 0,
    sessions: Array.isArray(sessions) ? sessions.flatMap(readSession) : [],
  }
}

function readSession(stored: unknown): BulkSession[] {
  const {_id, _originalId, title, status, schedule, cancelReason, recordingPolicy} =
    fieldsOf(stored)
  const id = textOf(_id)
  if (id === undefined) return []
  const session = scheduleOf(schedule)
  const [local] = session
    ? sessionTimes(session.start, session.minutes, [{name: '', timeZone: session.timeZone}])
    : []
  return [
    {
      id: publishedId(id),
      title: textOf(title) ?? 'Untitled',
      when: local ? `${local.date}, ${local.from}` : 'Incomplete date',
      status: textOf(status) ?? 'planned',
      hasDraft: (textOf(_originalId) ?? id).startsWith('drafts.'),
      before: {
        status: textOf(status),
        cancelReason: textOf(cancelReason),
        recordingPolicy: textOf(recordingPolicy),
      },
    },
  ]
}
