import {ordinals, type Ordinal} from '../time/recurrence.ts'

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Matches a whole number up to twelve in letters, or in digits. */
export const numberPattern = `(?:${numbers.slice(1).join('|')}|\\d{1,3})`

/** Returns the number that a word means, or NaN. */
export function numberOf(word: string): number {
  const index = numbers.indexOf(word.toLowerCase())
  return index < 0 ? Number.parseInt(word, 10) : index
}

const nths: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  last: -1,
  final: -1,
  penultimate: -2,
}

const fromEnd = [
  '(?:last|next) but (?:one|two)',
  '(?:second|third|2nd|3rd)[ -](?:to[ -])?(?:the[ -])?last',
  'next[ -]to[ -](?:the[ -])?last',
]

/** Matches an ordinal number of the week in a month, in letters or digits. */
export const ordinalPattern = `(?:${[...fromEnd, ...Object.keys(nths)].join('|')}|\\d{1,2}(?:st|nd|rd|th))`

/** Returns the number behind "third" or "3rd"; negative from the end; or NaN. */
export function nthOf(word: string): number {
  const text = word.toLowerCase().replaceAll(/[\s-]+/g, ' ')
  if (/^(?:last|next) but two|^(?:third|3rd).*last$/.test(text)) return -3
  if (/ but one$|^(?:second|2nd|next).*last$/.test(text)) return -2
  return nths[text] ?? Number.parseInt(text, 10)
}

/** Returns the week of the month, or undefined for a number that no month has. */
export function ordinalOf(word: string): Ordinal | undefined {
  const nth = nthOf(word)
  return ordinals.find((each) => each === nth)
}
