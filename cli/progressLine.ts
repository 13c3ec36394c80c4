import type {Shell} from './shell.ts'

/** A line that is written over and over on a terminal, and never into a file or a log. */
export function progressLine({tell, isTerminal}: Shell): (text: string) => void {
  if (!isTerminal.error) return () => {}
  return (text) => tell(`\r\u001B[K${text}`)
}
