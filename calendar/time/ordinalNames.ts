import {ordinals} from './recurrence.ts'

/** How an ordinal reads, in the order in which an editor chooses: 1st, 2nd, 3rd, 4th, last. */
export const ordinalNames = ordinals.map((value) => ({value, title: ordinalName(value)}))

/** @example ordinalName(2) // '2nd'; -1 is 'last' */
export function ordinalName(ordinal: number): string {
  if (ordinal === -1) return 'last'
  const teen = ordinal % 100 >= 11 && ordinal % 100 <= 13
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][ordinal % 10] ?? 'th')
  return `${ordinal}${suffix}`
}
