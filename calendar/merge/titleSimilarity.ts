import {diceCoefficient} from './diceCoefficient.ts'

/**
 * From here on two titles at one start are taken for one event's.
 *
 * Measured on pairs as communities write them: ways of writing one title ("OSPO Book WG", "OSPO Book:
 * working group call") come to 0.9 and more; calls of one kind for two regions ("Monthly Call (EMEA)",
 * "Monthly Call (APAC)") to 0.81 at most; two working groups' calls to 0.6 at most.
 */
export const sameTitleThreshold = 0.85

/**
 * How alike two titles are, 0 to 1: the Sørensen-Dice measure over pairs of letters, after case,
 * accents, emoji, punctuation and words that say nothing here ("call", "meeting") are gone. A title
 * whose words all stand in the other, three at least, counts as 0.9: "Security Management" plus what
 * a feed puts around it.
 */
export function titleSimilarity(a: string, b: string): number {
  const left = normalTitle(a)
  const right = normalTitle(b)
  if (left === '' || right === '') return 0
  if (left === right) return 1
  return Math.max(diceCoefficient(left, right), contained(left, right, 3) ? 0.9 : 0)
}

/** @example normalTitle('⭐️ OSPO Book — WG call') // 'ospo book wg' */
export function normalTitle(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\bworking groups?\b/g, 'wg')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !silentWords.has(word))
  return (telling.length > 0 ? telling : words).map(singular).join(' ')
}

/** Words that tell no event from another that starts with it. */
const silentWords = new Set(
  (
    'call meeting session the a an and of on ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** "Touchpoints" on a series, "touchpoint" on its date. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}

/**
 * Whether two titles of one event do not contradict each other: they are alike, or one only says
 * more than the other ("Touchpoint", "TODO Group Touchpoint: security").
 */
export function titlesAgree(a: string, b: string): boolean {
  const contains = contained(normalTitle(a), normalTitle(b), 1)
  return contains || titleSimilarity(a, b) >= sameTitleThreshold
}

/** Whether all words of one stand in the other, and are at least so many. */
function contained(a: string, b: string, fewest: number): boolean {
  const [shorter, longer] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  if (!shorter || !longer || shorter.length < fewest) return false
  const words = new Set(longer)
  return shorter.every((word) => words.has(word))
}
