import type {Connection} from '../connection.ts'
import type {Shell} from '../shell.ts'

/** What every format of an export is told. */
export interface Asked {
  connection: Connection
  shell: Shell
  /** UTC instant. */
  now: string
  siteUrl: string
}
