import {diceCoefficient} from './diceCoefficient.ts'

/**
 * Minimum similarity for two titles with the same start to count as the same event.
 *
 * Measured on pairs as communities write them:
 * - variants of one title ("OSPO Book WG", "OSPO Book: working group call") have 0.9 and more;
 * - calls of one kind for two regions ("Monthly Call (EMEA)", "Monthly Call (APAC)") have 0.81 at most;
 * - calls of two working groups have 0.6 at most.
 */
export const sameTitleThreshold = 0.85

/**
 * Returns the similarity of two titles, 0 to 1.
 *
 * It is the Sørensen-Dice coefficient over pairs of letters, without case, accents, emoji, punctuation
 * and words without meaning here ("call", "meeting"). If one title contains all words of the other, and
 * these are at least three, the similarity is at least 0.9. An example is "Security Management" plus
 * the text that a feed puts around it.
 */
export function titleSimilarity(a: string, b: string): number {
  const left = normalTitle(a)
  const right = normalTitle(b)
  if (left === '' || right === '') return 0
  if (left === right) return 1
  return Math.max(diceCoefficient(left, right), containsWords(left, right, 3) ? 0.9 : 0)
}

/**
 * Normalizes a title for comparison.
 *
 * @example normalTitle('⭐️ OSPO Book — WG call') // 'ospo book wg'
 */
export function normalTitle(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\bworking groups?\b/g, 'wg')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const meaningful = words.filter((word) => !ignoredWords.has(word))
  return (meaningful.length > 0 ? meaningful : words).map(singular).join(' ')
}

/** Words that don't distinguish events with otherwise equal titles. */
const ignoredWords = new Set(
  (
    'call meeting session the a an and of on ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** Removes a plural s: a series has "Touchpoints" in its title, its date "touchpoint". */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}

/**
 * Returns whether two titles of one event are consistent: they are similar, or one only adds words to
 * the other ("Touchpoint", "TODO Group Touchpoint: security").
 */
export function titlesAgree(a: string, b: string): boolean {
  const contains = containsWords(normalTitle(a), normalTitle(b), 1)
  return contains || titleSimilarity(a, b) >= sameTitleThreshold
}

/** Returns whether one title contains all words of the other, and these are at least `minWords` words. */
function containsWords(a: string, b: string, minWords: number): boolean {
  const [shorter, longer] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  if (!shorter || !longer || shorter.length < minWords) return false
  const words = new Set(longer)
  return shorter.every((word) => words.has(word))
}
