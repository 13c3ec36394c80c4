/**
 * Returns a number with its noun.
 *
 * @example
 * counted(1, 'asset') // '1 asset'
 * counted(0, 'asset') // '0 assets'
 */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
