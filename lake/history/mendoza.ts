import {isObject, jsonEqual, type JsonObject} from '../json.ts'
import type {Change} from '../store/store.ts'

/** Patches in the mendoza format, from one revision to the next and back. */
export interface Effects {
  apply: unknown[]
  revert: unknown[]
}

/** Operation codes. https://github.com/sanity-io/mendoza/blob/main/docs/format.adoc */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
} as const

/**
 * Returns the effects of a transaction on a document.
 *
 * The Studio replays them to show who changed which field. So a patch sets only the fields that differ:
 * setting the whole document would attribute every field to the last author.
 *
 * Effects leave out `_rev`, because clients remove it before they apply a patch. The format numbers the
 * fields, so an extra field would shift all numbers after it.
 */
export function documentEffects(change: Change): Effects {
  const [before, after] = [withoutRevision(change.before), withoutRevision(change.after)]
  return {apply: mendozaPatch(before, after), revert: mendozaPatch(after, before)}
}

function withoutRevision(document: JsonObject | undefined): JsonObject | undefined {
  if (!document) return undefined
  const {_rev, ...content} = document
  return content
}

/** Returns the patch between two documents. An absent document is null: the patch `[0, null]` deletes. */
export function mendozaPatch(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): unknown[] {
  return before && after ? objectPatch(before, after) : [op.value, after ?? null]
}

function objectPatch(before: JsonObject, after: JsonObject): unknown[] {
  // The format numbers the fields of the input in this order.
  const keys = Object.keys(before).sort()
  const changed = keys.flatMap((key, index) => {
    if (!Object.hasOwn(after, key)) return [op.objectDeleteField, index]
    const [from, to] = [before[key], after[key]]
    if (jsonEqual(from, to)) return []
    if (isObject(from) && isObject(to)) {
      return [op.pushFieldCopy, index, ...objectPatch(from, to), op.returnIntoObjectSameKeyPop]
    }
    if (Array.isArray(from) && Array.isArray(to) && to.length > 0) {
      return [op.pushFieldBlank, index, ...arrayPatch(from, to), op.returnIntoObjectSameKeyPop]
    }
    return [op.objectSetFieldValue, to, key]
  })
  const added = Object.keys(after).flatMap((key) =>
    Object.hasOwn(before, key) ? [] : [op.objectSetFieldValue, after[key], key],
  )
  return [...changed, ...added]
}

/** Matches items by `_key`. Items without one match if they are equal. */
function arrayPatch(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const indexes = new Map(before.map((item, index) => [identity(item), index]))
  const patch: unknown[] = []
  let slice: {left: number; right: number} | undefined
  const flush = () => {
    if (slice) patch.push(op.arrayAppendSlice, slice.left, slice.right)
    slice = undefined
  }
  for (const item of after) {
    const index = indexes.get(identity(item))
    const from = index === undefined ? undefined : before[index]
    if (index !== undefined && jsonEqual(from, item)) {
      if (slice?.right !== index) flush()
      slice = {left: slice?.left ?? index, right: index + 1}
      continue
    }
    flush()
    if (index !== undefined && isObject(from) && isObject(item)) {
      patch.push(op.pushElementCopy, index)
      for (const operation of objectPatch(from, item)) patch.push(operation)
      patch.push(op.returnIntoArrayPop)
    } else {
      patch.push(op.arrayAppendValue, item)
    }
  }
  flush()
  return patch
}

function identity(item: unknown): string {
  return isObject(item) && typeof item._key === 'string' ? `key:${item._key}` : JSON.stringify(item)
}
