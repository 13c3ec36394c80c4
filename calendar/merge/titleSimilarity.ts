import {diceCoefficient} from './diceCoefficient.ts'
import {foldTitle, singular} from './titleWords.ts'

/**
 * Returns the similarity of two titles, 0 to 1. It ranks candidates. `compareTitles` decides whether two
 * events are one.
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
  const words = foldTitle(title)
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

/** Returns whether one title contains all words of the other, and these are at least `minWords` words. */
function containsWords(a: string, b: string, minWords: number): boolean {
  const [shorter, longer] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  if (!shorter || !longer || shorter.length < minWords) return false
  const words = new Set(longer)
  return shorter.every((word) => words.has(word))
}
