import {feedCalendarLimits} from '../limits.ts'
import {requireOptionNames} from '../optionNames.ts'
import type {FetchOptions} from './fetchCalendar.ts'
import {defaultFetchLimits} from './fetchLimits.ts'

const fetchOptions = {
  cache: true,
  fetch: true,
  now: true,
  limits: true,
  calendarLimits: true,
  parse: true,
  guard: true,
  allowHosts: true,
  force: true,
  concurrency: true,
  signal: true,
} as const satisfies Record<keyof FetchOptions, true>

/**
 * Refuses options that do not exist, also in the limits.
 *
 * @param owner - the function, for the message
 * @param known - names of its options. Defaults to those of `fetchCalendar`
 * @throws RangeError with the name that is likely meant
 */
export function requireFetchOptions(
  owner: string,
  options: Pick<FetchOptions, 'limits' | 'calendarLimits'>,
  known: object = fetchOptions,
): void {
  const {limits = {}, calendarLimits = {}} = options
  requireOptionNames(owner, options, known)
  requireOptionNames(`the limits of ${owner}`, limits, defaultFetchLimits)
  requireOptionNames(`the calendarLimits of ${owner}`, calendarLimits, feedCalendarLimits)
}
