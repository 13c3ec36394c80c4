import type {Meaning, Token} from './token.ts'

/** One kind of phrase. The pattern has to match at the current position. */
export interface LexicalRule {
  pattern: RegExp
  /** Returns undefined when the text means something else after all. */
  meaning: (match: RegExpExecArray, before: Token | undefined) => Meaning | undefined
}

/** The end of a word. */
export const wordEnd = '(?![\\p{L}\\p{N}])'

export function phrase(source: string, meaning: Meaning | LexicalRule['meaning']): LexicalRule {
  return ruleOf(source, 'iuy', meaning)
}

/** A pattern in which capital letters matter, such as names and months. */
export function exact(source: string, meaning: Meaning | LexicalRule['meaning']): LexicalRule {
  return ruleOf(source, 'uy', meaning)
}

function ruleOf(
  source: string,
  flags: string,
  meaning: Meaning | LexicalRule['meaning'],
): LexicalRule {
  return {
    pattern: new RegExp(`(?:${source})${wordEnd}`, flags),
    meaning: typeof meaning === 'function' ? meaning : () => meaning,
  }
}
