import {parseInstant} from '@touchpoints/calendar/formats'

import {CliError} from './CliError.ts'

/** For an instant that defaults to the clock. */
export const nowHint = 'Leave it out to use the current time.'

/**
 * Parses an instant from an option or a variable.
 *
 * @param name - name of the option or variable, such as `--now`
 * @param hint - what to do instead, such as `nowHint`
 * @throws CliError when the value is not an instant
 */
export function readInstant(
  name: string,
  value: string,
  code: 'usage' | 'setting',
  hint = '',
): Date {
  const ms = parseInstant(value)
  if (ms !== undefined) return new Date(ms)
  throw new CliError(
    code,
    `${name} is "${value}": expected an instant in UTC, such as 2024-03-20T00:00:00Z. ${hint}`.trim(),
  )
}
