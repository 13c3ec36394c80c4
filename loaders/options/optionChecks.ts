import {
  isOptionObject,
  nameHint,
  optionFault,
  valueFault,
  type OptionCheck,
} from '@touchpoints/calendar/option-names'

import {ConfigurationError} from '../errors.ts'

/** Returns what a value must be. Undefined when it is that. */
export type Check = OptionCheck

/** Checks by option. The type lists every option, so that none is refused by mistake. */
export type Checks<Options> = {
  readonly [Name in Options extends unknown ? keyof Options : never]-?: Check
}

// The checks below are pure, so that a bundle has those that it uses.
const check =
  (isValid: (value: unknown) => boolean, expected: string): Check =>
  (value) =>
    isValid(value) ? undefined : expected

export const text = /* @__PURE__ */ check((value) => typeof value === 'string', 'Use a text.')
export const filledText = /* @__PURE__ */ check(
  (value) => typeof value === 'string' && value !== '',
  'Use a text that is not empty.',
)
export const flag = /* @__PURE__ */ check(
  (value) => typeof value === 'boolean',
  'Use true or false.',
)
export const callback = /* @__PURE__ */ check(
  (value) => typeof value === 'function',
  'Use a function.',
)
export const record = /* @__PURE__ */ check(isOptionObject, 'Use an object.')
export const list = /* @__PURE__ */ check(Array.isArray, 'Use a list.')
export const number = /* @__PURE__ */ check((value) => typeof value === 'number', 'Use a number.')
export const wholeNumber = /* @__PURE__ */ check(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  'Use a whole number, 0 or more.',
)
export const instant = /* @__PURE__ */ check(
  (value) => typeof value === 'string' || value instanceof Date,
  'Use a UTC instant, such as 2024-03-20T00:00:00Z.',
)
export const webAddress = /* @__PURE__ */ check(
  (value) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  'Use an absolute address, such as https://example.org.',
)
/** For values that another function checks, with more to say. */
export const checkedLater: Check = () => undefined

/** Checks an object for the methods that are called on it. */
export function withMethods(description: string, ...names: string[]): Check {
  return check(
    (value) =>
      (isOptionObject(value) || typeof value === 'function') &&
      names.every((name) => typeof Reflect.get(Object(value), name) === 'function'),
    `Use ${description}.`,
  )
}

/** By its methods, because a signal of another realm has another class. */
export const abortSignal = /* @__PURE__ */ withMethods(
  'an AbortSignal, such as AbortSignal.timeout(5000)',
  'addEventListener',
  'throwIfAborted',
)

export const logger = /* @__PURE__ */ withMethods(
  'a logger with error and warn, such as console',
  'error',
  'warn',
)
export const liveChanges = /* @__PURE__ */ withMethods(
  'liveChanges of touchpoints/preview',
  'subscribe',
)

/** Checks for a loader with the methods that are called. */
export const loaderWith = (...methods: string[]) =>
  withMethods('a loader of createLoader', ...methods)

/** Checks for a value of a closed set. */
export function oneOf(...values: string[]): Check {
  return (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : nameHint(typeof value === 'string' ? value : '', values)
}

/**
 * Checks names and values of options, for programs that no compiler checks.
 *
 * @param owner - the function that has the options, for the message
 * @param required - options that must be there
 * @throws ConfigurationError for a name that does not exist, with the one that is likely meant, or a value
 */
export function checkOptions(
  owner: string,
  options: unknown,
  checks: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): void {
  const fault = optionFault(owner, options, checks, required)
  if (fault) throw new ConfigurationError(fault.option, fault.message)
}

/**
 * Checks one argument, for programs that no compiler checks.
 *
 * @throws ConfigurationError
 */
export function requireValue(owner: string, name: string, value: unknown, expected: Check): void {
  const fault = valueFault(owner, name, value, expected)
  if (fault) throw new ConfigurationError(fault.option, fault.message)
}
