import type {Change} from '../store/store.ts'

/** Patches in mendoza's format that lead from one revision to the next and back. */
export interface Effects {
  apply: unknown[]
  revert: unknown[]
}

/** Mendoza's operation for "the value is": https://github.com/sanity-io/mendoza */
const value = 0

export function documentEffects({before, after}: Change): Effects {
  return {apply: [value, after ?? null], revert: [value, before ?? null]}
}
