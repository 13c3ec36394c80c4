import {CliError} from '../CliError.ts'

/** A part of an import that is not accepted. */
export interface Refusal {
  /** File and line, such as `guests.ndjson:3`. */
  place: string
  /** The document and the field, an entry of an archive, or an address. */
  what: string
  /** The reason, and what to do. Sentences. */
  why: string
}

const maxListed = 50

/**
 * Throws one error that lists every refusal, so that one correction of the file is enough.
 *
 * @throws CliError if there is a refusal
 */
export function throwRefusals(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return
  const listed = refusals
    .slice(0, maxListed)
    .map(({place, what, why}) => `  ${place}  ${printable(what)}\n    ${why}`)
  const more = refusals.length - listed.length
  const count = `${refusals.length} ${refusals.length === 1 ? 'problem' : 'problems'}`
  const lines = [`Nothing was imported, because of ${count}:`, ...listed]
  throw new CliError(
    'bad-input',
    [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'),
  )
}

/** Text of a file could contain control sequences of the terminal, or be long. */
export function printable(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain
}
