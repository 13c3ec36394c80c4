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
  const names = Object.keys(known)
  const unknown = unknownName(options, names)
  if (unknown === undefined) return
  throw new OptionError(
    unknown,
    `Unknown option "${unknown}" of ${owner}. ${nameHint(unknown, names)}`,
  )
}
