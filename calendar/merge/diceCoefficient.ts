/**
 * Returns the Sørensen-Dice coefficient of two texts over pairs of UTF-16 code units, from 0 (no common
 * pairs) to 1 (the same pairs).
 *
 * A text of one unit counts as one pair. Both texts must have at least one unit. Case is significant.
 *
 * @example diceCoefficient('night', 'nacht') // 0.25
 */
export function diceCoefficient(a: string, b: string): number {
  const left = pairsOf(a)
  const right = pairsOf(b)
  const unmatched = new Map<string, number>()
  for (const pair of right) unmatched.set(pair, (unmatched.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of left) {
    const count = unmatched.get(pair) ?? 0
    if (count === 0) continue
    unmatched.set(pair, count - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

function pairsOf(text: string): string[] {
  if (text.length === 1) return [text]
  return Array.from({length: text.length - 1}, (_, index) => text.slice(index, index + 2))
}
