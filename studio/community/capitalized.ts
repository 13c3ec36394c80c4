/**
 * Writes a word with a capital first letter, for a label.
 *
 * @example capitalized('working groups') // 'Working groups'
 */
export function capitalized(word: string): string {
  const [first = '', ...rest] = word
  return `${first.toLocaleUpperCase()}${rest.join('')}`
}
