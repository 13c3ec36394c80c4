import {isTimeZone} from '@touchpoints/calendar/formats'
import {isLanguageTag} from '@touchpoints/schemas/language-tag'

import {checkedInstant} from '../clock.ts'
import {ConfigurationError} from '../errors.ts'
import type {TimeWindow} from '../loader.ts'

/**
 * Returns a count that may become part of a query's text.
 *
 * @throws ConfigurationError for anything but a whole number, 0 or more
 */
export function checkedCount(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new ConfigurationError(option, `${option} is ${value}. Use a whole number, 0 or more.`)
}

/**
 * Refuses a filter with the value `undefined`: it would select everything, such as all sessions for a page
 * about one.
 *
 * @param owner - the method, for the message
 * @param names - filters that select by a value
 * @throws ConfigurationError
 */
export function checkFilterValues(owner: string, filter: object, names: readonly string[]): void {
  const missing = names.find((name) => name in filter && Reflect.get(filter, name) === undefined)
  if (missing === undefined) return
  const message = `${missing} of ${owner} is undefined, so it would select everything. Pass a text, or leave ${missing} out.`
  throw new ConfigurationError(missing, message)
}

/** A longer delay would fire at once: timers have 31 bits. */
const maxTimerDelay = 2 ** 31 - 1

/** @throws ConfigurationError for anything but whole milliseconds, from 1 to 24 days */
export function checkedTimeout(value: number, option = 'timeout'): number {
  if (Number.isSafeInteger(value) && value > 0 && value <= maxTimerDelay) return value
  throw new ConfigurationError(
    option,
    `${option} is ${value}. Use whole milliseconds, such as 10000.`,
  )
}

/**
 * Returns the window with both ends as UTC instants to the second.
 *
 * @throws ConfigurationError when an end is not an instant, or the window is empty
 */
export function checkedWindow({from, to}: TimeWindow): TimeWindow {
  const window = {from: checkedInstant('from', from), to: checkedInstant('to', to)}
  if (window.from < window.to) return window
  const message = `The window ends at ${to}, which is not after its start at ${from}. Swap from and to.`
  throw new ConfigurationError('to', message)
}

export function checkedTimeZone(value: string): string {
  if (isTimeZone(value)) return value
  const message = `timeZone is "${value}". Use a zone named after a place, such as Europe/Madrid, or UTC.`
  throw new ConfigurationError('timeZone', message)
}

/** Each part of a tag is one more place in which a query looks for a translation (RFC 5646 section 4.4.1). */
const maxTagLength = 35

export function checkedLanguage(value: string): string {
  if (typeof value === 'string' && value.length <= maxTagLength && isLanguageTag(value))
    return value
  const message = `language is "${value}". Use a language tag in its usual form, such as en, pt-BR or zh-Hant.`
  throw new ConfigurationError('language', message)
}
