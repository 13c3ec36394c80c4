import {Mutation as Mutator} from '@sanity/mutator'
import {isObject, type JsonObject} from '../json.ts'
import type {PatchOperations} from './mutation.ts'

/**
 * Returns the patched document. The original stays unchanged.
 *
 * Operations run in the order that the hosted service documents. @sanity/mutator runs `setIfMissing`
 * before `set`, so it gets one operation at a time.
 * https://www.sanity.io/docs/http-reference/mutation#patch
 *
 * @throws Error if a path does not parse
 */
export function applyPatch(document: JsonObject, patch: PatchOperations, id: string): JsonObject {
  let result = document
  for (const operation of inOrder(patch)) {
    const mutation = new Mutator({mutations: [{patch: {id, ...operation}}]})
    const next: unknown = mutation.apply({...result, _id: id, _type: String(result._type)})
    if (isObject(next)) result = next
  }
  return result
}

type Operation =
  | {set: JsonObject}
  | {setIfMissing: JsonObject}
  | {unset: string[]}
  | {inc: Record<string, number>}
  | {dec: Record<string, number>}
  | {insert: NonNullable<PatchOperations['insert']>}
  | {diffMatchPatch: Record<string, string>}

function inOrder(patch: PatchOperations): Operation[] {
  const {set, setIfMissing, unset, inc, dec, insert, diffMatchPatch} = patch
  return [
    ...(set ? [{set}] : []),
    ...(setIfMissing ? [{setIfMissing}] : []),
    ...(unset ? [{unset}] : []),
    ...(inc ? [{inc}] : []),
    ...(dec ? [{dec}] : []),
    ...(insert ? [{insert}] : []),
    ...(diffMatchPatch ? [{diffMatchPatch}] : []),
  ]
}
