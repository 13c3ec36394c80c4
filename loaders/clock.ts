import {parseInstant} from '@touchpoints/calendar/formats'

import {ConfigurationError} from './errors.ts'
import {toSecond} from './views/instant.ts'

/** The present: a fixed one, or what tells it. */
export type Now = string | Date | (() => Date)

/** @returns UTC instants, to the second */
export function clockOf(now: Now): () => string {
  if (typeof now === 'function') return () => toSecond(now().getTime())
  const fixed = checkedInstant('now', now)
  return () => fixed
}

/**
 * @param option - what the value was handed in as, for the error
 * @returns the same instant, to the second, ending with `Z`
 * @throws ConfigurationError when it is none
 */
export function checkedInstant(option: string, value: string | Date): string {
  const ms = parseInstant(value)
  if (ms !== undefined) return toSecond(ms)
  const text = value instanceof Date ? 'an invalid Date' : value
  throw new ConfigurationError(
    option,
    `${option} is "${text}": give a moment in UTC, such as 2024-03-20T00:00:00Z.`,
  )
}
