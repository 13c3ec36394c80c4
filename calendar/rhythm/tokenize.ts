import {lexicon} from './lexicon.ts'
import type {Meaning, Token} from './token.ts'

/** Longer texts are no rhythm. The limit keeps the time short for untrusted text. */
export const maxWords = 2000

/**
 * Removes Markdown, HTML, addresses and quotation marks, and unifies spaces and dashes.
 *
 * Tokens count characters in the result.
 */
export function plainWords(text: string): string {
  return text
    .slice(0, maxWords)
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]*>|https?:\/\/[^\s)>\]]+/g, ' ')
    .replaceAll(/(?:[*`_~|“”„"«»#>]|\p{Cf})+/gu, (marks, at: number, whole: string) =>
      isInsideId(whole, at) && marks === '_' ? '_' : marks.includes('|') ? ', ' : '',
    )
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim()
}

/** The underscore of America/New_York stays. */
function isInsideId(text: string, at: number): boolean {
  return /[A-Za-z]\/[A-Za-z_/]*$/.test(text.slice(0, at))
}

const word: RegExp = /[\p{L}\p{N}][\p{L}\p{N}’'_+#-]*/uy

/** Splits words into phrases that mean something for a rhythm. Each character but spaces is in a token. */
export function tokenize(words: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < words.length) {
    if (words[at] === ' ') {
      at += 1
      continue
    }
    const token = tokenAt(words, at, tokens.at(-1))
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(words: string, start: number, before: Token | undefined): Token {
  for (const {pattern, meaning} of lexicon) {
    pattern.lastIndex = start
    const match = pattern.exec(words)
    const result = match?.[0] ? meaning(match, before) : undefined
    if (match && result) return token(result, words, start, match[0].length)
  }
  word.lastIndex = start
  const plain = word.exec(words)?.[0]
  if (plain === undefined) return token({kind: 'mark', mark: words[start] ?? ''}, words, start, 1)
  return token(meaningOf(plain), words, start, plain.length)
}

/** An unknown word about weeks, such as "tri-weekly", must not be passed over. */
function meaningOf(word: string): Meaning {
  if (/week|month|quarter|annual|daily/i.test(word)) return {kind: 'risk', strong: true}
  return {kind: /\d/.test(word) ? 'number' : 'word'}
}

function token(meaning: Meaning, words: string, start: number, length: number): Token {
  const text = words.slice(start, start + length).trimEnd()
  return {...meaning, start, end: start + text.length, text}
}
