import type {Connection} from '../connection.ts'
import type {Shell} from '../shell.ts'

/** The input that every export format receives. */
export interface ExportContext {
  connection: Connection
  shell: Shell
  /** Current time, an instant in UTC. */
  now: string
  /** Address of the site. Undefined when the command line names none. */
  siteUrl: string | undefined
  /** BCP 47 tag. Undefined for the default language, and for every language of a site. */
  language: string | undefined
}

/** Address in an export for a site with an unknown one. */
export const exampleUrl = 'https://example.org'
