import {indexTerms, tokensOf} from './terms.ts'

/** A piece of a text, and whether it matches. */
export interface TextPart {
  text: string
  isMatch: boolean
}

/**
 * Divides a text at the words that match.
 *
 * @param terms - terms of the document that match
 * @example matchParts('Open metrics', new Set(['metrics'])) // [{text: 'Open ', isMatch: false}, {text: 'metrics', isMatch: true}]
 */
export function matchParts(text: string, terms: ReadonlySet<string>): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  const add = (until: number, isMatch: boolean) => {
    const last = parts.at(-1)
    const piece = text.slice(end, until)
    end = Math.max(end, until)
    if (piece === '') return
    if (last?.isMatch === isMatch) last.text += piece
    else parts.push({text: piece, isMatch})
  }
  for (const {start, stop} of spansOf(text, terms)) {
    add(start, false)
    add(stop, true)
  }
  add(text.length, false)
  return parts
}

/** Whether a word of a text matches. */
export function hasMatch(text: string, terms: ReadonlySet<string>): boolean {
  return spansOf(text, terms).length > 0
}

function spansOf(text: string, terms: ReadonlySet<string>): {start: number; stop: number}[] {
  return tokensOf(text)
    .filter((token) => indexTerms(token).some((term) => terms.has(term)))
    .map(({start, text: word}) => ({start, stop: start + word.length}))
}

/** Characters of the excerpt of a text. */
const excerptLength = 160

/**
 * Returns the part of a text around its first match, or its beginning.
 *
 * @returns with an ellipsis where text is missing
 */
export function excerpt(text: string, terms: ReadonlySet<string>, length = excerptLength): string {
  if (text.length <= length) return text
  const first = spansOf(text, terms)[0]?.start ?? 0
  const from = first < length * 0.8 ? 0 : wordStart(text, first - Math.floor(length / 3))
  const to = Math.min(text.length, from + length)
  const part = text.slice(from, to === text.length ? to : wordEnd(text, from, to))
  return `${from > 0 ? '…' : ''}${part.trim()}${from + part.length < text.length ? '…' : ''}`
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space >= 0 && space - at < 30 ? space + 1 : at
}

function wordEnd(text: string, from: number, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space > from && at - space < 30 ? space : at
}
