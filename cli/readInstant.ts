import {parseInstant} from '@touchpoints/calendar/formats'

import {CliError} from './CliError.ts'

/**
 * Parses an instant from an option or a variable.
 *
 * @param name - name of the option or variable, such as `--now`
 * @throws CliError when the value is not an instant
 */
export function readInstant(name: string, value: string, code: 'usage' | 'setting'): Date {
  const ms = parseInstant(value)
  if (ms !== undefined) return new Date(ms)
  throw new CliError(
    code,
    `${name} is "${value}": expected an instant in UTC, such as 2024-03-20T00:00:00Z. Leave it out to use the current time.`,
  )
}
