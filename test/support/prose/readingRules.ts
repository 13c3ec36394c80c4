import type {Passage} from './passagesOf.ts'

/** Words that make technical prose read as translated, each with plainer ones. */
export const markedWords = {
  told: 'reported, returned, passed',
  tell: 'report, return, show',
  tells: 'reports, returns, shows',
  whose: 'with, of which, or a second sentence',
  whoever: 'the caller, anyone who',
  whatever: 'any, everything that',
  whichever: 'any, the one that',
  mend: 'fix',
  mended: 'fixed',
  anew: 'again',
  likewise: 'also, the same',
  thereof: 'of it',
  therein: 'in it',
  'in its stead': 'instead',
  'is none of': 'is not one of',
  'of a kind': 'of the same type',
  'look after': 'maintain, handle',
  'looked after': 'maintained, handled',
  'as it stands': 'unchanged',
  'stands for': 'is, means',
} as const satisfies Record<string, string>

/** Parts of names for which the field has other terms. */
export const markedNameParts = {
  told: 'options, onChange, reported',
  tell: 'report, notify, write',
  tells: 'reports, notifies',
  asked: 'request, options, requested',
  said: 'output, messages',
  whose: 'owner',
  whoever: 'caller',
  whatever: 'value',
  mend: 'fix',
  mended: 'fixed',
  anew: 'again',
} as const satisfies Record<string, string>

/** A sentence with more words has to be read twice. */
export const maxWords = 40

/** Returns the marked words of a passage, each with what to write instead. */
export function markedWordsIn({kind, text}: Pick<Passage, 'kind' | 'text'>): [string, string][] {
  if (kind === 'name') {
    const parts = text.split(/(?=\p{Lu})|[^\p{L}]/u).map((part) => part.toLowerCase())
    return Object.entries(markedNameParts).filter(([part]) => parts.includes(part))
  }
  const prose = withoutCode(text).toLowerCase()
  return Object.entries(markedWords).filter(([word]) =>
    new RegExp(String.raw`\b${word.replaceAll(' ', String.raw`\s+`)}\b`).test(prose),
  )
}

/** Returns the sentences of a page or a message that are too long. Comments may explain at length. */
export function longSentencesIn({kind, text}: Pick<Passage, 'kind' | 'text'>): string[] {
  if (kind === 'comment' || kind === 'name') return []
  if (kind === 'message' && isCode(text)) return []
  // In a message an empty or indented line starts a new sentence: a list, a table, an example.
  const blocks = kind === 'message' ? text.split(/\n\s*\n|\n(?= )/) : [text]
  return blocks
    .flatMap((block) =>
      withoutCode(block)
        .replaceAll(/\s+/g, ' ')
        .split(/(?<=[.!?:;]) (?=[\p{L}`"(])/u),
    )
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length > maxWords)
}

/** Replaces each code span with one word. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`\n]+`/g, 'Code')
}

/** Returns whether a string is a query, a template or a source. */
function isCode(text: string): boolean {
  return /\{\{| :?= |=>|<\/|\*\[|\bSELECT\b|\bFROM\b/.test(text)
}
