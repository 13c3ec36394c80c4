import type {Connection} from '../connection.ts'
import type {Shell} from '../shell.ts'

/** The input that every export format receives. */
export interface ExportContext {
  connection: Connection
  shell: Shell
  /** Current time, an instant in UTC. */
  now: string
  siteUrl: string
}
