import {applySilences, audit, defaultAuditDays, type Silence} from '@touchpoints/calendar/audit'

import {readStatements} from '../audit/readStatements.ts'
import {summary} from '../audit/reportFindings.ts'
import type {Connection} from '../connection.ts'
import type {Diagnosis} from './diagnosis.ts'

const day = 86_400_000

/** Counts the findings of an audit. `touchpoints audit` lists them. */
export async function checkMeetings(
  connection: Pick<Connection, 'client' | 'fetchFeed'>,
  now: Date,
  silences: readonly Silence[],
): Promise<Diagnosis> {
  const at = (days: number) => new Date(now.getTime() + days * day).toISOString()
  const {back, ahead} = defaultAuditDays
  const window = {from: at(-back), to: at(ahead), now: at(0)}
  const {sources} = await readStatements(connection, window)
  const {findings} = applySilences(audit({sources}, window), silences, window.now.slice(0, 10))
  const isQuiet = findings.every(({level}) => level === 'info')
  return {
    about: 'Meetings',
    state: isQuiet ? 'ok' : 'warn',
    message: `Documents and calendars compared: ${summary(findings)}.${isQuiet ? '' : ' Run `touchpoints audit` for what to do.'}`,
  }
}
