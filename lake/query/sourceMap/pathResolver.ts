import {isObject} from '../../json.ts'
import type {StoredDocument} from '../../document.ts'
import {jsonPathStep, keyStep} from './jsonPath.ts'
import type {SourcePath} from './origin.ts'

/** How a path names an item of an array. By key, it stays right when editors move the item. */
export type ArraySteps = 'index' | 'key'

/** Finds the values at paths in documents. */
export class PathResolver {
  readonly #arraySteps: ArraySteps
  /** The number of items with each key. A list of blocks has a path for each block. */
  readonly #keyCounts = new WeakMap<object, ReadonlyMap<string, number>>()

  constructor(arraySteps: ArraySteps) {
    this.#arraySteps = arraySteps
  }

  /** Returns the value at a path in a document, and the path as JSONPath. */
  resolve(document: StoredDocument, path: SourcePath): {value: unknown; jsonPath: string} {
    const steps: (string | number)[] = []
    for (let at: SourcePath | undefined = path; at; at = at.parent) steps.unshift(at.step)
    let value: unknown = document
    let jsonPath = '$'
    for (const step of steps) {
      const key = this.#arraySteps === 'key' ? this.#uniqueKey(value, step) : undefined
      jsonPath += key === undefined ? jsonPathStep(step) : keyStep(key)
      value = childOf(value, step)
    }
    return {value, jsonPath}
  }

  /**
   * Returns the key of an item. With a key that another item has too, a path would be ambiguous. And
   * @sanity/client 8.15 cannot read a key with a quote or a backslash.
   */
  #uniqueKey(list: unknown, index: string | number): string | undefined {
    if (!Array.isArray(list) || typeof index !== 'number') return undefined
    const key = keyOf(list[index])
    if (!key || /['\\]/.test(key)) return undefined
    let counts = this.#keyCounts.get(list)
    if (!counts) this.#keyCounts.set(list, (counts = countKeys(list)))
    return counts.get(key) === 1 ? key : undefined
  }
}

function countKeys(list: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of list) {
    const key = keyOf(item)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function keyOf(item: unknown): string | undefined {
  return isObject(item) && typeof item._key === 'string' ? item._key : undefined
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  return isObject(value) ? value[step] : undefined
}
