import type {StudioExtension} from './defineExtension.ts'

/**
 * Returns whether a value, such as what a file exports, is meant to be an extension. `defineExtension` then says
 * whether it is a valid one.
 *
 * @example
 * isExtension({documents: {}}) // true
 * isExtension('./touchpoints.extension.ts') // false
 */
export function isExtension(value: unknown): value is StudioExtension {
  if (!isObject(value)) return false
  const {fields, documents, types} = value
  return (isObject(fields) || isObject(documents)) && (types === undefined || Array.isArray(types))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
