import {isFields} from '@touchpoints/schemas/reading'

/**
 * Returns whether a value of a form holds nothing that someone has entered.
 *
 * @example isBlankValue({_type: 'slug'}) // true
 */
export function isBlankValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (!isFields(value)) return false
  return Object.entries(value).every(([name, own]) =>
    name.startsWith('_') ? name !== '_ref' : isBlankValue(own),
  )
}
