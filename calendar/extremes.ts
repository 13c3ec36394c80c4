// `Math.min(...numbers)` puts each number on the stack. It throws a RangeError at some 120,000 of them.

/** Returns the smallest number, or Infinity when there is none. */
export function smallest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity)
}

/** Returns the largest number, or -Infinity when there is none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity)
}
