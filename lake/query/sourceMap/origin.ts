import {isObject} from '../../json.ts'
import type {StoredDocument} from '../../document.ts'

/** Where a value of a query came from. */
export type Origin =
  /** A document, or a value in it. No path is the document itself. */
  | {kind: 'document'; document: StoredDocument; path: SourcePath | undefined}
  /** An array. Those of its items that are documents came from these documents. */
  | {kind: 'documents'}
  /** An object that the query built. */
  | {kind: 'object'; attributes: ReadonlyMap<string, Origin>}
  /** An array that the query built. */
  | {kind: 'array'; items: readonly Origin[]}
  /** A value of the query itself, or a parameter. */
  | {kind: 'literal'}
  /** A computed value. */
  | {kind: 'unknown'}

/** A path in a document. Values of the same parent share its path. */
export interface SourcePath {
  parent: SourcePath | undefined
  step: string | number
}

/** A value, and where it came from. */
export interface Annotated {
  value: unknown
  origin: Origin
}

/** Returns the document that the value is, not only one that it is equal to. */
export type FindDocument = (value: unknown) => StoredDocument | undefined

export const literal = {kind: 'literal'} as const
export const unknown = {kind: 'unknown'} as const
/** What GROQ has for an attribute or an item that does not exist. */
export const nothing: Annotated = {value: null, origin: unknown}

/** Returns an attribute of an object, or `nothing`. */
export function attributeOf({value, origin}: Annotated, name: string): Annotated {
  if (!isObject(value) || !Object.hasOwn(value, name)) return nothing
  const attribute = value[name] ?? null
  switch (origin.kind) {
    case 'document':
      return {value: attribute, origin: step(origin, name)}
    case 'object':
      return {value: attribute, origin: origin.attributes.get(name) ?? unknown}
    case 'literal':
      return {value: attribute, origin: literal}
    default:
      return {value: attribute, origin: unknown}
  }
}

/** Returns the origin of an item of an array. */
export function itemOrigin(
  origin: Origin,
  items: readonly unknown[],
  index: number,
  findDocument: FindDocument,
): Origin {
  switch (origin.kind) {
    case 'document':
      return step(origin, index)
    case 'documents':
      return documentOrigin(items[index], findDocument)
    case 'array':
      return origin.items[index] ?? unknown
    case 'literal':
      return literal
    default:
      return unknown
  }
}

/** Returns the origin of a document. Other values are computed. */
export function documentOrigin(value: unknown, findDocument: FindDocument): Origin {
  const document = findDocument(value)
  return document ? {kind: 'document', document, path: undefined} : unknown
}

function step({document, path}: Origin & {kind: 'document'}, next: string | number): Origin {
  return {kind: 'document', document, path: {parent: path, step: next}}
}
