import type {Shell} from './shell.ts'

/** Returns a function that overwrites one line on a terminal. Writes nothing to a file or a log. */
export function progressLine({writeError, isTerminal}: Shell): (text: string) => void {
  if (!isTerminal.error) return () => {}
  return (text) => writeError(`\r\u001B[K${text}`)
}
