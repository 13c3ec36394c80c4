import {foldCharacters, foldText} from './foldText.ts'
import {
  accessWords,
  ambiguousWords,
  passcodeWords,
  unspacedAccess,
  unspacedPasscode,
} from './joinWords.ts'

interface Range {
  from: number
  to: number
}

/**
 * Returns the sentences of a text that mention a passcode, with the next sentence or line when the
 * passcode may be there.
 *
 * People write a passcode in more forms than any pattern knows: "hunter is the passcode". A sentence with
 * such a word is therefore returned as a whole. Words with other meanings, such as "pass", count only
 * next to a value.
 *
 * @param links - parts of the text that are links. A word in an address says nothing.
 *
 * @example
 * passcodeMentions('Plans. Use “hunter” as the password.') // [{from: 7, to: 36}]
 */
export function passcodeMentions(text: string, links: readonly Range[] = []): Range[] {
  if (!anyLabel.test(foldCharacters(text))) return []
  const folded = foldText(withBlank(text, links))
  const lines = linesOf(folded.text)
  const found: Range[] = []
  let continues: 'no' | 'any' | 'short' = 'no'
  let previous: Range | undefined
  for (const {from, to} of lines) {
    const line = folded.text.slice(from, to)
    if (line.trim() === '') continue
    if (continues === 'any' || (continues === 'short' && isShort(line))) found.push({from, to})
    continues = 'no'
    for (const sentence of sentencesOf(line)) {
      const words = line.slice(sentence.from, sentence.to)
      const own = {from: from + sentence.from, to: from + sentence.to}
      const mention = mentionIn(words)
      if (mention) {
        if (mention.isAfterValue && previous) found.push(previous)
        found.push({from: from + sentence.from + mention.from, to: own.to})
        if (mention.isBeforeValue) {
          const hasRest = line.slice(sentence.to).trim() !== ''
          if (hasRest) found.push({from: own.to, to})
          else continues = /[.!?]["'”’)\]]?\s*$/.test(words) ? 'short' : 'any'
        }
      }
      previous = own
    }
  }
  return found.map((range) => ({from: folded.at(range.from), to: folded.at(range.to)}))
}

/** Hides links. What follows a comma, or an address before a colon, may be words: `…/j/1,passcode: x`. */
function withBlank(text: string, links: readonly Range[]): string {
  let kept = ''
  let at = 0
  for (const {from, to} of links.toSorted((a, b) => a.from - b.from)) {
    if (from < at || text.charAt(to) === ':') continue
    const end = from + text.slice(from, to).split(/[,;|]/, 1).join('').length
    kept += text.slice(at, from) + ' '.repeat(end - from)
    at = end
  }
  return kept + text.slice(at)
}

function linesOf(text: string): Range[] {
  return pieces(text, /[\n\r\u2028\u2029]/g)
}

/** A period after one or two letters is part of an abbreviation: "Passcode for Dr. Silva: …". */
function sentencesOf(line: string): Range[] {
  return pieces(
    line,
    /(?<=[.!?]["'”’)\]]?)(?<!(?<!\p{L})\p{L}{1,2}\.)\s|(?<=[。!?;])(?=[^\s\x20-\x7e])/gu,
  )
}

function pieces(text: string, boundary: RegExp): Range[] {
  const found: Range[] = []
  let from = 0
  for (const {index, 0: separator} of text.matchAll(boundary)) {
    found.push({from, to: index})
    from = index + separator.length
  }
  return [...found, {from, to: text.length}]
}

interface Mention {
  from: number
  /** The value may be what comes before or after the sentence. */
  isAfterValue: boolean
  isBeforeValue: boolean
}

function mentionIn(sentence: string): Mention | undefined {
  if (!anyLabel.test(sentence)) return undefined
  const hasValue = valueLike.test(sentence)
  const found = [
    ...sentence.matchAll(label),
    ...[...sentence.matchAll(ambiguous)].filter(isNextToValue),
  ]
  const labels = found.toSorted((a, b) => a.index - b.index)
  const [first] = labels
  const last = labels.at(-1)
  if (!first || !last) return undefined
  // “Use "x" as the passcode.” has its value.
  const isNamed = hasValue && isAfterVerb(last.index)
  const rest = sentence.slice(last.index + last[0].length)
  return {
    from: startOf(sentence, first),
    isAfterValue:
      !hasValue &&
      (pointsBack.test(sentence) || (/^\s*[([↑←^]/.test(sentence) && pointsOn.test(rest))),
    isBeforeValue: !isNamed && (pointsOn.test(rest) || /[:=>→–—-]\s*$/.test(rest.slice(-9))),
  }

  function isNextToValue({index, 0: word}: RegExpExecArray): boolean {
    const after = sentence.slice(index + word.length, index + word.length + reach)
    if (followedByValue.test(after)) return true
    if (/^(?:code|key|kod|kode|codigo)$/i.test(word)) {
      if (colonAndWord.test(after)) return true
    } else if (colonAndAny.test(after)) return true
    return hasValue && isAfterVerb(index)
  }

  function isAfterVerb(index: number): boolean {
    return precededByValue.test(sentence.slice(Math.max(0, index - reach), index))
  }
}

/** Words before "Passcode: …" stay, unless the value may be among them. */
function startOf(sentence: string, {index, 0: word}: RegExpExecArray): number {
  const before = sentence.slice(0, index)
  const after = sentence.slice(index + word.length, index + word.length + reach)
  if (!colonAndAny.test(after) || valueLike.test(before) || /\b(?:is|as)\b/i.test(before)) return 0
  return index - (/[([*_"'“„\s]{0,9}$/.exec(before.slice(-9))?.[0].length ?? 0)
}

function isShort(line: string): boolean {
  return line.trim().split(/\s+/, 5).length <= 3
}

/** How many characters around a word are read. It keeps the time linear in the text's length. */
const reach = 80

const start = String.raw`(?<![\p{L}\p{N}])`
/** "We pass code reviews", "a security code review". */
const codeWork = String.raw`(?![\s-](?:review|coverage|audit|check|quality|sample|example|scan|base|style|analysis))`
const compound = String.raw`p[a@]ss[-_.*]{0,3}(?:c[o0]de|w[o0]r[dt]|phrase)|p[ ._*-]a[ ._*-]s[ ._*-]s[ ._*-][cw]|kennwort|kenncode`
/** In both cases, because "Ν" looks like "N" and "ν" like "v". */
function folded(words: readonly string[]): string {
  const spellings = words.flatMap((word) => {
    const spelling = foldCharacters(word)
    return spelling === word ? [word] : [spelling, foldCharacters(word.toUpperCase())]
  })
  return [...new Set(spellings)].join('|')
}
const severalMeanings = new Set(ambiguousWords)
const clearWords = folded(
  [...passcodeWords, ...accessWords].filter((word) => word !== 'pw' && !severalMeanings.has(word)),
)
const unspaced = folded([unspacedPasscode, unspacedAccess])
const labelSource = `(?:${compound}|${unspaced}|${start}(?:${clearWords}|pw(?!\\p{L}))${codeWork})\\p{L}{0,9}`
const label = new RegExp(labelSource, 'giu')

/** Words that have other meanings too. */
const ambiguousSource = `${start}(?:${folded(ambiguousWords)})(?![\\p{L}\\p{N}])`
const ambiguous = new RegExp(ambiguousSource, 'giu')
const anyLabel = new RegExp(`${labelSource}|${ambiguousSource}`, 'iu')

const opening = String.raw`[*_\x60(\[]{0,3}`
const isVerb = String.raw`(?:is|will be|ist|lautet|es|est|e|ar|to)`
const token = String.raw`(?:["'“”„«»\x60‘’]\S|(?=[^\s\d]{0,20}\d)\S{3}|\p{Lu}{3}|\p{Ll}+\p{Lu}\S)`
/** A word in quotes, with a digit, in capitals, or with a capital in its middle. */
const followedByValue = new RegExp(
  String.raw`^\s{0,4}(?:\([^()\n]{0,40}\)\s?)?(?:[:=>→|–—-]{1,3}\s{0,4})?(?:${isVerb}\s{1,3})?${opening}${token}`,
  'u',
)
const colonAndAny = /^\s{0,4}(?:\([^()\n]{0,40}\))?[\s*_`]{0,4}[:=→|]/u
/** "Code: hunter", but not "Code: what we changed". */
const colonAndWord = /^\s{0,4}[*_`]{0,3}[:=→][\s*_`]{0,6}\S{1,60}\s{0,3}$/u
const precededByValue =
  /(?:\b(?:is|as|ist|als|es|como|est|comme)|[=→])\s{1,3}(?:\p{L}{1,12}\s{1,3}){0,2}$/iu
const valueLike = new RegExp(String.raw`["“”„«»\x60]|\d|\p{Lu}{3}|\p{Ll}\p{Lu}`, 'u')
const pointsBack = /^[^\p{L}]{0,9}(?:is|was|this|that|it|these|das|dies|ist)(?!\p{L})/iu
const pointsOn = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${isVerb}|(?:is )?(?:as follows|follows|below|here|next))[^\p{L}\p{N}]*)?$`,
  'iu',
)
