import type {Silence} from '@touchpoints/calendar/audit'
import {type FeedFetch, memoryCache} from '@touchpoints/calendar/fetch'

import type {Connection} from '../connection.ts'
import type {LoadedExtension} from '../extension.ts'
import type {Shell} from '../shell.ts'
import {checkClock} from './checkClock.ts'
import {checkCommunity} from './checkCommunity.ts'
import {checkConnection} from './checkConnection.ts'
import {checkDocuments} from './checkDocuments.ts'
import {checkFeeds} from './checkFeeds.ts'
import {checkLinks} from './checkLinks.ts'
import {checkMachine} from './checkMachine.ts'
import {checkMeetings} from './checkMeetings.ts'
import {checkOrigins} from './checkOrigins.ts'
import {checkMembersLinks} from './checkMembersLinks.ts'
import {checkSecondReading, type SecondReadingOptions} from './checkSecondReading.ts'
import type {Diagnosis} from './diagnosis.ts'

export interface ExamineOptions {
  /** Requests links. Absent to skip the links. */
  fetchLink?: FeedFetch | undefined
  /** Called with the progress of the link check. */
  progress: (text: string) => void
  now: Date
  /** Findings of the audit that somebody accepts. */
  silences: readonly Silence[]
  /** What the project adds. Its documents and their links are checked too. */
  loaded?: LoadedExtension | undefined
  /** Whether to compare our reading of the community's own calendars with another program's. */
  secondReading: boolean
}

/** Runs every check. Without a Content Lake it checks this machine only. */
export async function examine(
  connection: Connection,
  env: Shell['env'],
  {fetchLink, progress, now, silences, secondReading, loaded}: ExamineOptions,
): Promise<Diagnosis[]> {
  const basic = [...checkMachine(process.versions), ...(await checkConnection(connection, env))]
  if (basic.some(({state}) => state === 'fail')) return basic
  const cache = memoryCache()
  const addedTypes = Object.keys(loaded?.extension.documents ?? {})
  return [
    ...basic,
    await checkClock(connection, () => Date.now()),
    ...(await checkOrigins(connection, env)),
    ...(await checkCommunity(connection)),
    ...(await checkMembersLinks(connection)),
    ...(await checkFeeds(connection, cache)),
    ...(secondReading ? await readAgain(connection, {cache, now}) : []),
    await checkDocuments(connection, now, loaded),
    await checkMeetings(connection, now, silences),
    ...(fetchLink ? await checkLinks(connection, {fetch: fetchLink, progress, addedTypes}) : []),
  ]
}

async function readAgain(
  {editorsLoader}: Pick<Connection, 'editorsLoader'>,
  options: SecondReadingOptions,
): Promise<Diagnosis[]> {
  const {data} = await editorsLoader.calendars()
  return checkSecondReading(data, options)
}
