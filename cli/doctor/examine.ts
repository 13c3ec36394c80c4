import type {Silence} from '@touchpoints/calendar/audit'
import type {FeedFetch} from '@touchpoints/calendar/fetch'

import type {Connection} from '../connection.ts'
import type {Shell} from '../shell.ts'
import {checkClock} from './checkClock.ts'
import {checkCommunity} from './checkCommunity.ts'
import {checkConnection} from './checkConnection.ts'
import {checkFeeds} from './checkFeeds.ts'
import {checkLinks} from './checkLinks.ts'
import {checkMachine} from './checkMachine.ts'
import {checkMeetings} from './checkMeetings.ts'
import {checkOrigins} from './checkOrigins.ts'
import {checkMembersLinks} from './checkMembersLinks.ts'
import type {Diagnosis} from './diagnosis.ts'

export interface ExamineOptions {
  /** Requests links. Absent to skip the links. */
  fetchLink?: FeedFetch | undefined
  /** Called with the progress of the link check. */
  progress: (text: string) => void
  now: Date
  /** Findings of the audit that somebody accepts. */
  silences: readonly Silence[]
  /** Document types that the project adds. Their links are checked too. */
  addedTypes?: readonly string[]
}

/** Runs every check. Without a Content Lake it checks this machine only. */
export async function examine(
  connection: Connection,
  env: Shell['env'],
  {fetchLink, progress, now, silences, addedTypes = []}: ExamineOptions,
): Promise<Diagnosis[]> {
  const basic = [...checkMachine(process.versions), ...(await checkConnection(connection, env))]
  if (basic.some(({state}) => state === 'fail')) return basic
  return [
    ...basic,
    await checkClock(connection, () => Date.now()),
    ...(await checkOrigins(connection, env)),
    ...(await checkCommunity(connection)),
    ...(await checkMembersLinks(connection)),
    ...(await checkFeeds(connection)),
    await checkMeetings(connection, now, silences),
    ...(fetchLink ? await checkLinks(connection, {fetch: fetchLink, progress, addedTypes}) : []),
  ]
}
