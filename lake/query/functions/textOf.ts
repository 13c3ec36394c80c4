import {isObject} from '../../json.ts'

/** Fields of Portable Text that are not written by an author. */
const formatting = {
  block: new Set(['style', 'listItem']),
  span: new Set(['marks']),
}

/**
 * Calls a function with each text in a value: of a field, of a list or of a whole document.
 *
 * Leaves out fields that start with `_`, such as ids, types and keys, and the formatting of Portable Text.
 */
export function eachText(value: unknown, onText: (text: string) => void) {
  if (typeof value === 'string') {
    onText(value)
    return
  }
  if (Array.isArray(value)) {
    for (const item of value) eachText(item, onText)
    return
  }
  if (!isObject(value)) return
  const ignored = ignoredIn(value._type)
  for (const key in value) {
    if (!key.startsWith('_') && !ignored?.has(key)) eachText(value[key], onText)
  }
}

function ignoredIn(type: unknown): ReadonlySet<string> | undefined {
  return type === 'block' || type === 'span' ? formatting[type] : undefined
}
