import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** The project's own cases: a few of each kind of calendar. */
export const ownCases = resolve(import.meta.dirname, '../calendar/cases')

/** Small feeds of the kinds that exporters get wrong, as bytes. */
export const ownFeedCases = resolve(import.meta.dirname, '../calendar/feedCases')

/** Returns a folder of external test data in TOUCHPOINTS_SHARED (default: ../shared), if it exists. */
export function sharedFolder(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const root = environment['TOUCHPOINTS_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
  const folder = join(root, name)
  return existsSync(folder) ? folder : undefined
}
