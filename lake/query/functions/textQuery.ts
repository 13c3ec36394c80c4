import {eachText} from './textOf.ts'

/** A parsed search: `red "wine glass" -plastic deca*`. */
interface TextQuery {
  /** Each must be in the text. */
  required: readonly RegExp[]
  /** None may be in the text. */
  excluded: readonly RegExp[]
}

const terms = /(-?)(?:"([^"]*)"?|(\S+))/g
const word = /[\p{L}\p{M}\p{N}_]+/gu
const separators = String.raw`[^\p{L}\p{M}\p{N}_]+`
const wordCharacter = String.raw`[\p{L}\p{M}\p{N}_]`
/** Scripts without spaces between words. A word of them can start and end anywhere. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const startsUnspaced = new RegExp(`^${unspaced}`, 'u')
const endsUnspaced = new RegExp(`${unspaced}$`, 'u')

/** Returns how well the texts of a value match a search, or 0 if they do not match. */
export type TextScore = (value: unknown, search: string) => number

/**
 * Creates a scoring function that parses the search once for many values in a row.
 *
 * Each required term has to be in at least one text. It adds up to 2.2 to the score, more if it occurs more
 * often. This is the weight by which groq-js scores `match`: BM25 without the length of the text and
 * without the rarity of the term, which need an index of all documents.
 *
 * The time is linear in the texts: the patterns have no alternatives and no nested repetition.
 */
export function createTextScore(): TextScore {
  // One assignment replaces it. So it stays whole if the time of a query is over.
  let latest: {search: string; query: TextQuery} | undefined
  return (value, search) => {
    if (latest?.search !== search) latest = {search, query: parseTextQuery(search)}
    return scoreOf(value, latest.query)
  }
}

function scoreOf(value: unknown, {required, excluded}: TextQuery): number {
  const counts = required.map(() => 0)
  let hasText = false
  let isExcluded = false
  eachText(value, (text) => {
    hasText = true
    isExcluded ||= excluded.some((pattern) => countOf(pattern, text) > 0)
    if (isExcluded) return
    required.forEach((pattern, index) => {
      counts[index] = (counts[index] ?? 0) + countOf(pattern, text)
    })
  })
  if (!hasText || isExcluded || counts.includes(0)) return 0
  if (required.length === 0) return 1
  return counts.reduce((score, count) => score + (count * 2.2) / (count + 1.2), 0)
}

function countOf(pattern: RegExp, text: string): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count++
  return count
}

function parseTextQuery(search: string): TextQuery {
  const required: RegExp[] = []
  const excluded: RegExp[] = []
  for (const [, minus, phrase, single = ''] of search.matchAll(terms)) {
    const isPrefix = phrase === undefined && single.endsWith('*')
    const pattern = patternOf(phrase ?? single.replace(/\*+$/, ''), isPrefix)
    if (pattern) (minus ? excluded : required).push(pattern)
  }
  return {required, excluded}
}

/** Returns a pattern for the words in a row, or for the text itself if it has none, such as an emoji. */
function patternOf(text: string, isPrefix: boolean): RegExp | undefined {
  if (text === '') return undefined
  const words = text.match(word)
  if (!words) return new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'giu')
  const start = startsUnspaced.test(words[0]) ? '' : `(?<!${wordCharacter})`
  const isOpen = isPrefix || endsUnspaced.test(words.at(-1) ?? '')
  return new RegExp(
    `${start}${words.join(separators)}${isOpen ? '' : `(?!${wordCharacter})`}`,
    'giu',
  )
}
