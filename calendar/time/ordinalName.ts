/**
 * Returns the English name of an ordinal.
 *
 * @example
 * ordinalName(2) // '2nd'
 * ordinalName(-1) // 'last'
 */
export function ordinalName(ordinal: number): string {
  if (ordinal === -1) return 'last'
  if (ordinal < -1) return `${ordinalName(-ordinal)} last`
  const teen = ordinal % 100 >= 11 && ordinal % 100 <= 13
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][ordinal % 10] ?? 'th')
  return `${ordinal}${suffix}`
}
