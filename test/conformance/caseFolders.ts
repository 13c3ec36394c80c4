import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** The project's own cases: every class, a few of each. */
export const ownCases = resolve(import.meta.dirname, '../calendar/cases')

/** Where test data that is not the project's own lies, if it is there: TOUCHPOINTS_SHARED, else ../shared. */
export function sharedFolder(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const root = environment['TOUCHPOINTS_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
  const folder = join(root, name)
  return existsSync(folder) ? folder : undefined
}
