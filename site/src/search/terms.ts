import {foldTerm} from './foldTerm.ts'
import {mainTerms} from './smallWords.ts'

/** A word of a text, or two neighboring signs of a script without spaces. */
export interface Token {
  /** Folded, as it is compared. */
  term: string
  /** As it is written. */
  text: string
  /** Position in the text, in UTF-16 units. */
  start: number
}

/** Scripts that write no spaces between words. */
const unspaced =
  '(?=[\\p{L}\\p{M}])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'

const isoDate = '\\d{4}-\\d\\d(?:-\\d\\d)?(?!\\d)'
const letters = '\\p{L}\\p{N}\\p{M}\\u200c\\u200d'

/** Dates, and words. Most texts need no more, and this takes a fifth of the time of the next. */
const words = new RegExp(`${isoDate}|[${letters}]+`, 'gu')

/** Also years, months and days as Chinese and Japanese write them, and runs without spaces. */
const runs = new RegExp(
  `${isoDate}|[\\d０-９]+[年月日]|(?<unspaced>(?:${unspaced})+)|(?:(?!${unspaced})[${letters}])+`,
  'gu',
)
/** Blocks that contain these scripts, and others. */
const hasUnspaced = /[\u0e00-\u1fff\u2e80-\uffff]/

function runsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(hasUnspaced.test(text) ? runs : words)]
}

/**
 * Divides a text into tokens. `Intl.Segmenter` would find the words of Chinese, Japanese and Thai, but it has
 * another dictionary in each browser. Pairs of signs are the same everywhere.
 *
 * @example tokensOf('Ana’s 会議室').map(({term}) => term) // ['ana', 's', '会議', '議室']
 */
export function tokensOf(text: string): Token[] {
  return runsOf(text).flatMap(({0: run, index, groups}) =>
    groups?.['unspaced'] === undefined ? [token(run, index)] : pairs(run, index),
  )
}

/**
 * Returns the words of a query, each once, without those that only connect others.
 *
 * @param max - words after the first ones are ignored
 */
export function queryTerms(query: string, max = 12): string[] {
  const terms = tokensOf(query).flatMap(({term}) => term || [])
  return mainTerms([...new Set(terms)]).slice(0, max)
}

/**
 * Returns the terms by which a token is found: its own, and other ways to type it.
 *
 * @example indexTerms(token('Müller')) // ['muller', 'mueller']
 */
export function indexTerms({term, text}: Pick<Token, 'term' | 'text'>): string[] {
  if (/^[A-Z]?[a-z\d]*$/.test(text)) return [term]
  return [...new Set([term, foldTerm(spelledOut(text)), ...innerWords(text)])].filter(Boolean)
}

/** Returns all terms of a text for the index. */
export function textTerms(text: string): string[] {
  const tokens = tokensOf(text)
  const signs = hasUnspaced.test(text) ? lastSigns(text) : []
  return [...tokens.flatMap(indexTerms), ...signs, ...joinedWords(text)]
}

function token(text: string, start: number): Token {
  return {term: foldTerm(text), text, start}
}

function pairs(run: string, start: number): Token[] {
  const signs = Array.from(run)
  if (signs.length < 2) return [token(run, start)]
  let at = start
  return signs.slice(1).map((second, index) => {
    const first = signs[index] ?? ''
    const pair = token(first + second, at)
    at += first.length
    return pair
  })
}

/** The last sign of a run begins no pair, and a query of one sign finds what begins with it. */
function lastSigns(text: string): string[] {
  return runsOf(text).flatMap(({0: run, groups}) => {
    const signs = groups?.['unspaced'] === undefined ? [] : Array.from(run)
    return signs.length > 1 ? foldTerm(signs.at(-1) ?? '') : []
  })
}

/** Writes umlauts with two letters, as people type them without the key. */
function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[äöüåø]/gi, (letter) => spellings.get(letter.toLowerCase()) ?? letter)
}

const spellings: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
])

/** @example innerWords('OpenTelemetry') // ['open', 'telemetry'] */
function innerWords(text: string): string[] {
  const words = text.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  return words.length > 1 ? words.filter((word) => word.length > 2).map(foldTerm) : []
}

/** @example joinedWords('a real-time view') // ['realtime'] */
function joinedWords(text: string): string[] {
  if (!/[-‐‑.]/.test(text)) return []
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-‐‑.][\p{L}\p{N}]+)+/gu)]
    .filter(([word]) => /\p{L}/u.test(word))
    .map(([word]) => foldTerm(word.replaceAll(/[-‐‑.]/g, '')))
}
