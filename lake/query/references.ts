import {isObject} from '../json.ts'

/** A reference in a document. */
export interface Reference {
  to: string
  /** The target of a weak reference may be missing. */
  weak: boolean
}

/**
 * Returns all references to documents of the same dataset. Leaves out references to other datasets and
 * media libraries, because the lake cannot check them.
 */
export function referencesIn(value: unknown, references: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, references)
    return references
  }
  if (!isObject(value)) return references
  if (typeof value._ref === 'string') {
    const isExternal = value._dataset !== undefined || value._type === 'globalDocumentReference'
    if (!isExternal) references.push({to: value._ref, weak: value._weak === true})
  }
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object' && child !== null) referencesIn(child, references)
  }
  return references
}

/**
 * Returns the ids that GROQ's `references()` matches: any `_ref`, weak or strong, to any dataset.
 *
 * Unlike `referencesIn`, this must agree with what groq-js treats as a reference.
 */
export function refValuesIn(value: unknown, ids: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) refValuesIn(item, ids)
    return ids
  }
  if (!isObject(value)) return ids
  if (typeof value._ref === 'string') ids.add(value._ref)
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object' && child !== null) refValuesIn(child, ids)
  }
  return ids
}
