import type * as z from 'zod/mini'

import {propertyAt} from '../results/path.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'

/** The document that a value was read from, and its path there. */
export interface Origin {
  documentId: string
  documentType: string
  /**
   * Path as in `data-sanity`, with members of lists by their key: `guests:k1.role`. Empty for the document
   * itself.
   */
  path: string
  studioUrl: string | undefined
}

// In a WeakMap and not in the values: the data keeps its shape, and its origins are collected with it.
// A property without an origin has nothing that an editor could open.
const origins = new WeakMap<object, ReadonlyMap<PropertyKey, Origin>>()

export function originOf(value: object, property: PropertyKey): Origin | undefined {
  return origins.get(value)?.get(property)
}

/** Records the origins of a value that was built from several others. */
export function rememberProperties(value: object, properties: Iterable<[PropertyKey, Origin]>) {
  origins.set(value, new Map(properties))
}

/** Gives the copy of an object the origins of the original. @returns the copy */
export function withOriginsOf<Copy extends object>(original: object, copy: Copy): Copy {
  const known = origins.get(original)
  if (known) origins.set(copy, known)
  return copy
}

/**
 * Records the origin of every value of a view.
 *
 * @param input - result of the query, with the keys of list members and the ids of documents
 * @param output - the same value after the view
 */
export function rememberOrigins(
  view: z.core.$ZodType,
  input: unknown,
  output: unknown,
  studioUrl: string | undefined,
) {
  const origin = documentOrigin(input, studioUrl)
  if (origin) remember(view, input, output, origin, studioUrl)
}

/** @param own - undefined within a calculated value, which has documents at most */
function remember(
  view: z.core.$ZodType,
  input: unknown,
  output: unknown,
  own: Origin | undefined,
  studioUrl: string | undefined,
) {
  if (typeof output !== 'object' || output === null) return
  const schema = schemaWithin(view)
  const properties = new Map<PropertyKey, Origin>()
  if (isType(schema, 'array') && Array.isArray(output)) {
    for (const [index, member] of output.entries()) {
      const stored = propertyAt(input, index)
      const origin = documentOrigin(stored, studioUrl) ?? (own && memberOrigin(own, stored, index))
      if (origin) properties.set(index, origin)
      remember(schema._zod.def.element, stored, member, origin, studioUrl)
    }
  }
  if (isType(schema, 'object')) {
    // A calculated value, such as the end of a session, has the origin of its object.
    for (const name of Object.keys(output)) if (own && own.path !== '') properties.set(name, own)
    for (const [name, property] of Object.entries(schema._zod.def.shape)) {
      const stored = propertyAt(input, name)
      const at = isEditedAsOne(view) ? own : own && propertyOrigin(own, name, property)
      if (at) properties.set(name, at)
      else properties.delete(name)
      const inner = documentOrigin(stored, studioUrl) ?? at
      remember(property, stored, propertyAt(output, name), inner, studioUrl)
    }
  }
  origins.set(output, properties)
}

function propertyOrigin(own: Origin, name: string, property: z.core.$ZodType): Origin | undefined {
  const {path, computed, inline} = sourceOf(property)
  // Each of its properties has its own path in the document.
  if (inline) return own
  if (computed !== undefined && path === undefined) return undefined
  return {...own, path: joined(own.path, path ?? name)}
}

/** Whether an object is edited as one, such as an image, where the view reads from several places. */
function isEditedAsOne(view: z.core.$ZodType): boolean {
  const {path, computed} = sourceOf(view)
  return path !== undefined && computed !== undefined
}

function memberOrigin(own: Origin, member: unknown, index: number): Origin {
  const key: unknown = propertyAt(member, '_key')
  return {...own, path: `${own.path}:${typeof key === 'string' ? key : index}`}
}

/** Returns the origin of a value that is a document. */
function documentOrigin(value: unknown, studioUrl: string | undefined): Origin | undefined {
  const documentId: unknown = propertyAt(value, '_id')
  const documentType: unknown = propertyAt(value, '_type')
  if (typeof documentId !== 'string' || typeof documentType !== 'string') return undefined
  // The placeholder of a missing document has nothing to open.
  if (documentId === '') return undefined
  return {documentId, documentType, path: '', studioUrl}
}

function joined(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`
}
