import {parseArgs, type ParseArgsConfig} from 'node:util'
import {parseInstant} from '@touchpoints/calendar/instant'

import {CliError} from './CliError.ts'

/** `parseArgs`, with an error that shows how the command is used. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({args, allowPositionals: true, options})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError('usage', `${reason}\n\n${usage}`, {cause: error})
  }
}

/** @throws CliError when `--now` is no instant */
export function readNow(value: string | undefined): Date {
  if (value === undefined) return new Date()
  const ms = parseInstant(value)
  if (ms !== undefined) return new Date(ms)
  const expected = 'expected a moment in UTC, such as 2024-03-20T00:00:00Z.'
  throw new CliError('usage', `--now is "${value}": ${expected}`)
}
