import {pathText} from '@touchpoints/schemas/path-text'
import type {PathSegment, StoredDocument} from '@touchpoints/schemas/rules'

/** The field that `sanity dataset export` writes in the place of an image or a file. */
const assetField = '_sanityAsset'

/** What a document refers to. */
export interface DocumentReferences {
  /** Images and files, with the field that they are in. The value is unchecked. */
  assets: {field: string; value: unknown}[]
  /** Ids that must exist when the document is stored. */
  strong: string[]
}

/** Lists the references of a document. Recursive: the reader of the file bounds the depth. */
export function referencesOf(document: StoredDocument): DocumentReferences {
  const references: DocumentReferences = {assets: [], strong: []}
  visit(document, [], references)
  return references
}

function visit(value: unknown, path: PathSegment[], references: DocumentReferences): void {
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => visit(item, [...path, index], references))
    return
  }
  if (typeof value !== 'object' || value === null) return
  const id: unknown = Reflect.get(value, '_ref')
  // A reference to another dataset does not need its document here.
  const isStrong = Reflect.get(value, '_weak') !== true && !('_dataset' in value)
  if (typeof id === 'string' && isStrong) references.strong.push(id)
  for (const [key, child] of Object.entries(value)) {
    if (key === assetField) references.assets.push({field: pathText(path), value: child})
    else visit(child, [...path, key], references)
  }
}

/** Returns the document with each image and file replaced. */
export function withAssets(
  document: StoredDocument,
  replace: (value: unknown) => unknown,
): StoredDocument {
  const {_id, _type} = document
  return {...mapEntries(document, replace), _id, _type}
}

function mapValue(value: unknown, replace: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapValue(item, replace))
  return typeof value === 'object' && value !== null ? mapEntries(value, replace) : value
}

function mapEntries(value: object, replace: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === assetField ? replace(child) : mapValue(child, replace),
    ]),
  )
}
