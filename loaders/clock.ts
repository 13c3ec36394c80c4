import {parseInstant} from '@touchpoints/calendar/formats'

import {ConfigurationError} from './errors.ts'
import {toSecond} from './views/instant.ts'

/** The current time: a fixed instant, or a function that returns it. */
export type Now = string | Date | (() => Date)

/** Returns a clock of UTC instants, to the second. */
export function clockOf(now: Now): () => string {
  if (typeof now === 'function') return () => toSecond(now().getTime())
  const fixed = checkedInstant('now', now)
  return () => fixed
}

/**
 * Returns the same instant, to the second, ending with `Z`.
 *
 * @param option - name of the option, for the error
 * @throws ConfigurationError when the value is not an instant
 */
export function checkedInstant(option: string, value: string | Date): string {
  const ms = parseInstant(value)
  if (ms !== undefined) return toSecond(ms)
  throw new ConfigurationError(
    option,
    `${option} is ${shown(value)}. Use a UTC instant, such as 2024-03-20T00:00:00Z.`,
  )
}

/** Programs in plain JavaScript can leave a value out. */
function shown(value: string | Date | undefined): string {
  if (value === undefined) return 'missing'
  return value instanceof Date ? 'an invalid Date' : `"${value}"`
}
