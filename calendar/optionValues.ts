import {
  isOptionObject,
  OptionError,
  optionFault,
  valueFault,
  type OptionCheck,
} from './optionNames.ts'

/** Checks by option. The type lists every option, so that none is refused by mistake. */
export type OptionChecks<Options> = {readonly [Name in keyof Options]-?: OptionCheck}

const check =
  (isValid: (value: unknown) => boolean, expected: string): OptionCheck =>
  (value) =>
    isValid(value) ? undefined : expected

export const callback = /* @__PURE__ */ check(
  (value) => typeof value === 'function',
  'Use a function.',
)
export const flag = /* @__PURE__ */ check(
  (value) => typeof value === 'boolean',
  'Use true or false.',
)
export const text = /* @__PURE__ */ check((value) => typeof value === 'string', 'Use a text.')
export const record = /* @__PURE__ */ check(isOptionObject, 'Use an object.')
export const list = /* @__PURE__ */ check(Array.isArray, 'Use a list.')
export const folder = /* @__PURE__ */ check(
  (value) => typeof value === 'string' && value !== '',
  'Use the path of a folder, such as .touchpoints/feeds.',
)
export const hosts = /* @__PURE__ */ check(
  (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  'Use a list of hosts, such as ["localhost:3900"].',
)
/** A limit can be `Infinity`, and one of 0 lets nothing pass. */
export const limit = /* @__PURE__ */ check(
  (value) => typeof value === 'number' && value >= 0,
  'Use a number, 0 or more.',
)
export const concurrency = /* @__PURE__ */ check(
  (value) => typeof value === 'number' && value >= 1,
  'Set it to 1 or more, because otherwise no feed could be read.',
)
export const duration = /* @__PURE__ */ check(
  (value) => typeof value === 'number' && value > 0,
  'Set it to milliseconds above 0, because otherwise no feed could be read.',
)

/** Checks an object for the methods that are called on it. */
export function withMethods(description: string, ...names: string[]): OptionCheck {
  return check(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      names.every((name) => typeof Reflect.get(value, name) === 'function'),
    `Use ${description}.`,
  )
}

/** By its methods, because a signal of another realm has another class. */
export const signal = /* @__PURE__ */ withMethods(
  'an AbortSignal, such as AbortSignal.timeout(5000)',
  'addEventListener',
  'throwIfAborted',
)
export const cache = /* @__PURE__ */ withMethods(
  'a cache, such as fileCache(folder), memoryCache() or textCache(store)',
  'get',
  'set',
)

/** Returns the check of an object with numbers, such as `limits`. */
export function limitsOf(owner: string, known: object): OptionCheck {
  const checks = Object.fromEntries(Object.keys(known).map((name) => [name, limit]))
  return (value) => {
    if (isOptionObject(value)) requireOptions(owner, value, checks)
    return record(value)
  }
}

/**
 * Refuses options with a name or a value that a function does not have, for programs that no compiler checks.
 * Otherwise they fail at the first feed, for every visitor.
 *
 * @param owner - the function, for the message
 * @param required - options that must be there
 * @throws OptionError
 */
export function requireOptions(
  owner: string,
  options: unknown,
  checks: Readonly<Record<string, OptionCheck>>,
  required: readonly string[] = [],
): void {
  const fault = optionFault(owner, options, checks, required)
  if (fault) throw new OptionError(fault.option, fault.message)
}

/**
 * Refuses one value, such as an argument.
 *
 * @throws OptionError
 */
export function requireValue(
  owner: string,
  name: string,
  value: unknown,
  expected: OptionCheck,
): void {
  const fault = valueFault(owner, name, value, expected)
  if (fault) throw new OptionError(fault.option, fault.message)
}
