import {CommandError} from './CommandError.ts'

/** Reads the port of `--port`. @throws CommandError `usage` */
export function readPort(value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new CommandError('usage', `--port is "${value}". Use a whole number from 0 to 65535.`)
}
