import {isObject} from '../../json.ts'
import {type Annotated, attributeOf, type Origin, unknown} from './origin.ts'

/**
 * Returns the origins of items after `| score(…)`. It returns copies with a `_score`, so this finds each
 * item by its `_id`. If two items have the same, the origin of both is unknown.
 */
export function scoredOrigins(before: readonly Annotated[], after: readonly unknown[]): Origin[] {
  const byId = new Map<unknown, Annotated | undefined>()
  for (const item of before) {
    if (!isObject(item.value)) continue
    const id = item.value._id
    byId.set(id, byId.has(id) ? undefined : item)
  }
  return after.map((copy) => {
    if (!isObject(copy) || typeof copy._id !== 'string') return unknown
    const item = byId.get(copy._id)
    if (!item) return unknown
    const attributes = new Map<string, Origin>()
    for (const name of Object.keys(copy)) {
      attributes.set(name, name === '_score' ? unknown : attributeOf(item, name).origin)
    }
    return {kind: 'object', attributes}
  })
}
