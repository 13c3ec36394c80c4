import {feedCalendarLimits} from '../limits.ts'
import {
  cache,
  callback,
  concurrency,
  flag,
  hosts,
  limitsOf,
  requireOptions,
  signal,
  withMethods,
  type OptionChecks,
} from '../optionValues.ts'
import type {FetchOptions} from './fetchCalendar.ts'
import {defaultFetchLimits} from './fetchLimits.ts'

/** Checks of the limits that readers have. */
export const limitChecks = (owner: string) => ({
  limits: limitsOf(`the limits of ${owner}`, defaultFetchLimits),
  calendarLimits: limitsOf(`the calendarLimits of ${owner}`, feedCalendarLimits),
})

/**
 * Refuses options that do not exist or have an invalid value, also in the limits.
 *
 * @param owner - the function, for the message
 * @throws OptionError
 */
export function requireFetchOptions(owner: string, options: FetchOptions): void {
  requireOptions(owner, options, {
    ...limitChecks(owner),
    cache,
    fetch: callback,
    now: callback,
    parse: callback,
    guard: withMethods('a guard with refusal and run', 'refusal', 'run'),
    allowHosts: hosts,
    force: flag,
    concurrency,
    signal,
  } satisfies OptionChecks<FetchOptions>)
}
