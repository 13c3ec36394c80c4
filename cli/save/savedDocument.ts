import type {StoredDocument} from '@touchpoints/schemas/rules'

/** The name of an image or a file in the content, such as `images/logo.png`, by the id of its asset. */
export type AssetPaths = ReadonlyMap<string, string>

const assetId = /^(image|file)-/

/** Returns whether a document belongs in the content: published, and of a person and not of a program. */
export function isSaved({_id, _type}: {_id: string; _type: string}): boolean {
  return !_id.includes('.') && !/^(?:sanity|system)\./.test(_type)
}

/** Returns the ids of the assets that a document uses. */
export function assetsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(assetsOf)
  if (typeof value !== 'object' || value === null) return []
  const id = assetIn(value)
  return [...(id === undefined ? [] : [id]), ...Object.values(value).flatMap(assetsOf)]
}

/**
 * Returns a document as the content has it: without what each lake sets for itself, and with the files of its assets
 * instead of references. An asset without a file keeps its reference.
 */
export function savedDocument(
  {_rev, _createdAt, _updatedAt, ...document}: StoredDocument,
  paths: AssetPaths,
): unknown {
  return withFiles(document, paths)
}

function withFiles(value: unknown, paths: AssetPaths): unknown {
  if (Array.isArray(value)) return value.map((each) => withFiles(each, paths))
  if (typeof value !== 'object' || value === null) return value
  const id = assetIn(value)
  const path = id === undefined ? undefined : paths.get(id)
  const entries = Object.entries(value)
    .filter(([name]) => path === undefined || name !== 'asset')
    .map(([name, each]) => [name, withFiles(each, paths)])
  if (id === undefined || path === undefined) return Object.fromEntries(entries)
  const kind = assetId.exec(id)?.[1] ?? 'file'
  return {...Object.fromEntries(entries), _sanityAsset: `${kind}@file://./${path}`}
}

function assetIn(value: object): string | undefined {
  const id: unknown = Reflect.get(Object(Reflect.get(value, 'asset')), '_ref')
  return typeof id === 'string' && assetId.test(id) ? id : undefined
}
