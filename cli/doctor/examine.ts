import type {FeedFetch} from '@touchpoints/calendar/fetch'

import type {Connection} from '../connection.ts'
import type {Shell} from '../shell.ts'
import {checkClock} from './checkClock.ts'
import {checkConnection} from './checkConnection.ts'
import {checkFeeds} from './checkFeeds.ts'
import {checkLinks} from './checkLinks.ts'
import {checkMachine} from './checkMachine.ts'
import {checkOrigins} from './checkOrigins.ts'
import type {Diagnosis} from './diagnosis.ts'

export interface ExamineOptions {
  /** Asks every link, too; absent when they are not to be asked. */
  fetchLink?: FeedFetch | undefined
  /** Told how far the long part is. */
  progress: (text: string) => void
}

/** Looks at everything that can be looked at: without a Content Lake that is the machine alone. */
export async function examine(
  connection: Connection,
  env: Shell['env'],
  {fetchLink, progress}: ExamineOptions,
): Promise<Diagnosis[]> {
  const own = [...checkMachine(process.versions), ...(await checkConnection(connection, env))]
  if (own.some(({state}) => state === 'broken')) return own
  return [
    ...own,
    await checkClock(connection, () => Date.now()),
    ...(await checkOrigins(connection, env)),
    ...(await checkFeeds(connection)),
    ...(fetchLink ? await checkLinks(connection, {fetch: fetchLink, progress}) : []),
  ]
}
