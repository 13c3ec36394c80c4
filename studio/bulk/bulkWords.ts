import {datesIn} from '@touchpoints/words/dates'

import type {BulkAct} from './bulkActs.ts'
import type {BulkSession} from './bulkSessions.ts'

interface SummaryRequest {
  act: Pick<BulkAct, 'becomes'>
  sessions: readonly Pick<BulkSession, 'title' | 'hasDraft'>[]
  publishes: boolean
}

/** Titles in a summary. The list under it has all of them. */
const namedTitles = 3

/**
 * Writes what an act on several sessions will do, before it does it.
 *
 * @example bulkSummary({act, sessions, publishes: true})
 * // ['2 sessions become held, and visitors see it at once: “Docs call” and “All hands”.']
 */
export function bulkSummary({act, sessions, publishes}: SummaryRequest): string[] {
  const {length} = sessions
  const drafts = sessions.filter(({hasDraft}) => hasDraft).length
  const verb = length === 1 ? 'becomes' : 'become'
  const when = publishes ? 'and visitors see it at once' : 'as drafts, which you publish later'
  const sentences = [`${counted(length)} ${verb} ${act.becomes}, ${when}: ${titlesOf(sessions)}.`]
  if (!publishes || drafts === 0) return sentences
  const other =
    drafts === 1
      ? 'One of them has other changes that are not published. They are published too, and Undo leaves it as it is.'
      : `${drafts} of them have other changes that are not published. They are published too, and Undo leaves these sessions as they are.`
  return [...sentences, other]
}

/** @example progressText(7, 21, true) // 'Publishing: 7 of 21 sessions are done…' */
export function progressText(done: number, total: number, publishes: boolean): string {
  return `${publishes ? 'Publishing' : 'Saving'}: ${done} of ${counted(total)} ${total === 1 ? 'is' : 'are'} done…`
}

export function counted(count: number): string {
  return `${count} ${count === 1 ? 'session' : 'sessions'}`
}

function titlesOf(sessions: SummaryRequest['sessions']): string {
  const titles = [...new Set(sessions.map(({title}) => `“${title}”`))]
  const rest = titles.length - namedTitles
  const shown = titles.slice(0, namedTitles)
  return datesIn('en').list(rest > 0 ? [...shown, `${rest} more`] : shown)
}
