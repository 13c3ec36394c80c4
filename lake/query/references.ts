import {isObject} from '../json.ts'

/** A `_ref` somewhere in a document. */
export interface Reference {
  to: string
  /** A weak reference may point at nothing. */
  weak: boolean
}

/**
 * Every reference within the dataset. References into other datasets and into media libraries name
 * their target differently and are left out: nothing here could check them.
 */
export function referencesIn(value: unknown, found: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found)
    return found
  }
  if (!isObject(value)) return found
  if (typeof value._ref === 'string') {
    const elsewhere = value._dataset !== undefined || value._type === 'globalDocumentReference'
    if (!elsewhere) found.push({to: value._ref, weak: value._weak === true})
  }
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object' && child !== null) referencesIn(child, found)
  }
  return found
}

/**
 * The ids that GROQ's `references()` finds: any truthy `_ref`, weak or not, of whatever dataset.
 * Unlike the rule for integrity above this has to be what groq-js takes for a reference.
 */
export function refValuesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) refValuesIn(item, found)
    return found
  }
  if (!isObject(value)) return found
  if (typeof value._ref === 'string') found.add(value._ref)
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object' && child !== null) refValuesIn(child, found)
  }
  return found
}
