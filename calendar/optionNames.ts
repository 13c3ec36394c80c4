import {diceCoefficient} from './merge/diceCoefficient.ts'

export {isReaderFactory} from './readerFactory.ts'

/**
 * An option or argument of this package is unknown or invalid. It is a RangeError, as every error is that the
 * package throws because of what a program passes.
 */
export class OptionError extends RangeError {
  override readonly name = 'OptionError'
  /** Name of the option or argument. */
  readonly option: string

  constructor(option: string, message: string) {
    super(message)
    this.option = option
  }
}

/** Longer texts are not compared, because they are values in the wrong place. */
const maxLength = 100

/** The least similarity of a name that is likely meant. `wen` and `when` have 0.4. */
const minSimilarity = 0.4

/**
 * Returns the known name that is likely meant. Undefined when none is similar.
 *
 * @example nearestName('calender', ['calendars', 'client']) // 'calendars'
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > maxLength) return undefined
  const scored = known.map((each) => {
    return {each, similarity: diceCoefficient(name.toLowerCase(), each.toLowerCase())}
  })
  const [best] = scored.sort((a, b) => b.similarity - a.similarity)
  return best && best.similarity >= minSimilarity ? best.each : undefined
}

/** Returns a hint with the name that is likely meant, or with all of them. */
export function nameHint(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  if (nearest !== undefined) return `Did you mean "${nearest}"?`
  return known.length > 0 ? `Use one of: ${known.join(', ')}.` : 'There are none.'
}

/**
 * Returns the first name of these options that is not known. An option that is `undefined` counts as absent.
 *
 * A misspelled option is otherwise an option that silently does nothing.
 */
export function unknownName(options: object, known: readonly string[]): string | undefined {
  return Object.entries(options).find(
    ([name, value]) => value !== undefined && !known.includes(name),
  )?.[0]
}

/**
 * Refuses options with a name that a function does not have.
 *
 * @param owner - the function, for the message
 * @param known - an object with a key for each option
 * @throws OptionError with the name that is likely meant
 */
export function requireOptionNames(owner: string, options: object, known: object): void {
  const fault = nameFault(owner, options, known)
  if (fault) throw new OptionError(fault.option, fault.message)
}

function nameFault(owner: string, options: object, known: object): OptionFault | undefined {
  const names = Object.keys(known)
  const unknown = unknownName(options, names)
  if (unknown === undefined) return undefined
  const message = `Unknown option "${unknown}" of ${owner}. ${nameHint(unknown, names)}`
  return {option: unknown, message}
}

/** Returns what a value must be. Undefined when it is that. */
export type OptionCheck = (value: unknown) => string | undefined

/** What is wrong with one option, for the error of the package that throws it. */
export interface OptionFault {
  option: string
  message: string
}

/**
 * Returns the first option with a name or a value that a function does not have, for programs that no compiler checks.
 *
 * @param owner - the function, for the message
 * @param required - options that must be there
 */
export function optionFault(
  owner: string,
  options: unknown,
  checks: Readonly<Record<string, OptionCheck>>,
  required: readonly string[] = [],
): OptionFault | undefined {
  if (!isOptionObject(options)) {
    const message = `The options of ${owner} are ${shown(options)}. Use an object.`
    return {option: 'options', message}
  }
  const unknown = nameFault(owner, options, checks)
  if (unknown) return unknown
  for (const [name, expected] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name)
    if (value === undefined && !required.includes(name)) continue
    const fault = valueFault(owner, name, value, expected)
    if (fault) return fault
  }
  return undefined
}

/** Returns what is wrong with one value, such as an argument. */
export function valueFault(
  owner: string,
  name: string,
  value: unknown,
  expected: OptionCheck,
): OptionFault | undefined {
  const advice = expected(value)
  if (advice === undefined) return undefined
  return {option: name, message: `${name} of ${owner} is ${shown(value)}. ${advice}`}
}

export function isOptionObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const maxShown = 60

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  if (typeof value === 'string')
    return `"${value.length > maxShown ? `${value.slice(0, maxShown)}…` : value}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
