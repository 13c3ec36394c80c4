import {parseInstant} from '@touchpoints/calendar/formats'

import {CliError} from './CliError.ts'

/**
 * @param name - what the value was given as, such as `--now`
 * @throws CliError when it is no instant
 */
export function readInstant(name: string, value: string, code: 'usage' | 'setting'): Date {
  const ms = parseInstant(value)
  if (ms !== undefined) return new Date(ms)
  throw new CliError(
    code,
    `${name} is "${value}": expected a moment in UTC, such as 2024-03-20T00:00:00Z. Leave it out for the present.`,
  )
}
