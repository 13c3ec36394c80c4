import type {Connection} from '../connection.ts'
import {checkClock} from './checkClock.ts'
import {checkConnection} from './checkConnection.ts'
import {checkFeeds} from './checkFeeds.ts'
import {checkLinks} from './checkLinks.ts'
import {checkMachine} from './checkMachine.ts'
import {checkOrigins} from './checkOrigins.ts'
import type {Diagnosis} from './diagnosis.ts'
import type {Shell} from '../shell.ts'

export interface ExamineOptions {
  links: boolean
  /** Told how far the long part is. */
  progress: (text: string) => void
}

/** Looks at everything that can be looked at: without a Content Lake that is the machine alone. */
export async function examine(
  connection: Connection,
  env: Shell['env'],
  {links, progress}: ExamineOptions,
): Promise<Diagnosis[]> {
  const own = [...checkMachine(process.versions), ...(await checkConnection(connection, env))]
  if (own.some(({state}) => state === 'broken')) return own
  return [
    ...own,
    await checkClock(connection, () => Date.now()),
    ...(await checkOrigins(connection, env)),
    ...(await checkFeeds(connection)),
    ...(links ? await checkLinks(connection, progress) : []),
  ]
}
