import {isTimeZone, parseInstant} from '../time/index.ts'
import type {EventSource} from '../merge/sources.ts'
import {day} from '../merge/time.ts'
import {checkCadences} from './checkCadences.ts'
import {checkCopies} from './checkCopies.ts'
import {checkFeeds} from './checkFeeds.ts'
import {checkMeetings} from './checkMeetings.ts'
import {checkPages, type Page} from './checkPages.ts'
import {checkRooms, type DeadRoom} from './checkRooms.ts'
import {checkSessions} from './checkSessions.ts'
import {findingsOf} from './draft.ts'
import type {Finding} from './finding.ts'
import {readStatements} from './statements.ts'

/** Everything that says something about meetings. */
export interface AuditInput {
  /** The sources of `mergeEvents`. */
  sources: readonly EventSource[]
  /** Pages that announce meetings, such as a README. */
  pages?: readonly Page[]
  /** Join links that were requested and lead nowhere. */
  deadRooms?: readonly DeadRoom[]
}

/** Options of `audit`. */
export interface AuditOptions {
  /** The current time, as a UTC instant. */
  now: string
  /** UTC instant. Defaults to 62 days before `now`: both sides of a clock change are in sight. */
  from?: string | undefined
  /** UTC instant. Defaults to 184 days after `now`. */
  to?: string | undefined
  /** IANA id of the zone for dates and floating times. Defaults to UTC. */
  timeZone?: string | undefined
}

/** Days that are compared around `now`, unless the caller names others. */
export const defaultAuditDays = {back: 62, ahead: 184} as const

/**
 * Compares everything that is stated about the meetings of a community, and reports contradictions.
 *
 * A feed that could not be read is a finding, and says nothing else: its silence never makes another one.
 *
 * @returns Findings, errors first. Each names its sources, its dates and what to do.
 * @throws RangeError when an instant or the time zone is invalid
 * @example
 * const findings = audit({sources}, {now: '2024-03-20T00:00:00Z'})
 * for (const {code, message} of findings) console.log(code, message)
 */
export function audit(input: AuditInput, options: AuditOptions): Finding[] {
  const {sources, pages = [], deadRooms = []} = input
  const now = milliseconds('now', options.now)
  const {timeZone = 'UTC'} = options
  if (!isTimeZone(timeZone)) {
    throw new RangeError(
      `audit: timeZone "${timeZone}" is not an IANA time zone. Use a name such as Europe/Madrid.`,
    )
  }
  const {back, ahead} = defaultAuditDays
  const from = options.from === undefined ? now - back * day : milliseconds('from', options.from)
  const to = options.to === undefined ? now + ahead * day : milliseconds('to', options.to)
  const statements = readStatements(sources, {from, to, timeZone}, now)
  const cadences = checkCadences(statements)
  const sessions = checkSessions(statements)
  const copies = checkCopies(statements)
  const explained = sessions.explained.union(copies.explained)
  const ended = cadences.filter(({code}) => code === 'ended').flatMap(({sources: some}) => some)
  return findingsOf([
    ...cadences,
    ...sessions.drafts,
    ...copies.drafts,
    ...checkFeeds(statements, new Set(ended.map(({id}) => id))),
    ...checkMeetings(statements, explained),
    ...checkRooms(statements, deadRooms),
    ...checkPages(statements, pages),
  ])
}

function milliseconds(name: string, value: string): number {
  const ms = parseInstant(value)
  if (ms !== undefined) return ms
  throw new RangeError(
    `audit: ${name} is "${value}", which is not an instant in UTC, such as 2024-03-20T00:00:00Z.`,
  )
}
