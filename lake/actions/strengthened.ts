import {isObject, type JsonObject} from '../json.ts'

/**
 * A draft may refer weakly to what is itself not published yet, with `_strengthenOnPublish`. On
 * publishing such references become strong, unless the schema's own field is weak.
 */
export function strengthened(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, strengthenedValue(value)]),
  )
}

function strengthenedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => strengthenedValue(item))
  if (!isObject(value)) return value
  if (value._strengthenOnPublish === undefined) return strengthened(value)
  const {_strengthenOnPublish: plan, _weak, ...reference} = value
  return isObject(plan) && plan.weak === true ? {...reference, _weak} : reference
}
