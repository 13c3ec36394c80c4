import {isObject, type JsonObject} from '../json.ts'

/**
 * Makes each reference with `_strengthenOnPublish` strong, unless the schema declares the field weak.
 *
 * With this attribute, a draft refers weakly to a document that is not published yet. Publishing the
 * draft makes the reference strong.
 */
export function strengthenReferences(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, strengthenValue(value)]),
  )
}

function strengthenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => strengthenValue(item))
  if (!isObject(value)) return value
  if (value._strengthenOnPublish === undefined) return strengthenReferences(value)
  const {_strengthenOnPublish: options, _weak, ...reference} = value
  return isObject(options) && options.weak === true ? {...reference, _weak} : reference
}
