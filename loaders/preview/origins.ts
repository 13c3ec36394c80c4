import * as z from 'zod/mini'

import {propertyAt} from '../results/path.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'

/** Which document a value was read from, and from where in it. */
export interface Origin {
  documentId: string
  documentType: string
  /** As `data-sanity` writes it: `guests:k1.role`, a member of a list by its key; '' for the whole. */
  path: string
  studioUrl: string | undefined
}

// Beside the values, not in them: data stays what it says it is, and is collected with its origins.
// A property is absent where nothing that an editor could open stands behind it.
const origins = new WeakMap<object, ReadonlyMap<PropertyKey, Origin>>()

export function originOf(value: object, property: PropertyKey): Origin | undefined {
  return origins.get(value)?.get(property)
}

/** For a value that was put together from several. */
export function rememberProperties(value: object, properties: Iterable<[PropertyKey, Origin]>) {
  origins.set(value, new Map(properties))
}

/** For a copy of an answer's object. @returns the copy */
export function withOriginsOf<Copy extends object>(original: object, copy: Copy): Copy {
  const known = origins.get(original)
  if (known) origins.set(copy, known)
  return copy
}

/**
 * Notes for every value of a view where it was read from.
 *
 * @param input - what the query answered, with the keys of list members and the ids of documents
 * @param output - the same as the view made it
 */
export function rememberOrigins(
  view: z.core.$ZodType,
  input: unknown,
  output: unknown,
  studioUrl: string | undefined,
) {
  const origin = documentOrigin(input, studioUrl)
  if (origin) remember(view, input, output, origin)
}

function remember(view: z.core.$ZodType, input: unknown, output: unknown, own: Origin) {
  if (typeof output !== 'object' || output === null) return
  const schema = schemaWithin(view)
  const properties = new Map<PropertyKey, Origin>()
  if (schema instanceof z.ZodMiniArray && Array.isArray(output)) {
    for (const [index, member] of output.entries()) {
      const stored = propertyAt(input, index)
      const origin = documentOrigin(stored, own.studioUrl) ?? memberOrigin(own, stored, index)
      properties.set(index, origin)
      remember(schema._zod.def.element, stored, member, origin)
    }
  }
  if (schema instanceof z.ZodMiniObject) {
    // What a view calculates (when a session ends) stands where the whole object does.
    for (const name of Object.keys(output)) if (own.path !== '') properties.set(name, own)
    for (const [name, property] of Object.entries(schema._zod.def.shape)) {
      const stored = propertyAt(input, name)
      const at = isWhole(view) ? own : propertyOrigin(own, name, property)
      if (at) properties.set(name, at)
      else properties.delete(name)
      const inner = documentOrigin(stored, own.studioUrl) ?? at ?? own
      remember(property, stored, propertyAt(output, name), inner)
    }
  }
  origins.set(output, properties)
}

function propertyOrigin(own: Origin, name: string, property: z.core.$ZodType): Origin | undefined {
  const {path, computed, inline} = sourceOf(property)
  // Its properties say themselves where in the document they are.
  if (inline) return own
  if (computed !== undefined && path === undefined) return undefined
  return {...own, path: joined(own.path, path ?? name)}
}

/** An image is edited as one, whatever its view is put together from. */
function isWhole(view: z.core.$ZodType): boolean {
  const {path, computed} = sourceOf(view)
  return path !== undefined && computed !== undefined
}

function memberOrigin(own: Origin, member: unknown, index: number): Origin {
  const key: unknown = propertyAt(member, '_key')
  return {...own, path: `${own.path}:${typeof key === 'string' ? key : index}`}
}

/** The value's own document, when it is one. */
function documentOrigin(value: unknown, studioUrl: string | undefined): Origin | undefined {
  const documentId: unknown = propertyAt(value, '_id')
  const documentType: unknown = propertyAt(value, '_type')
  if (typeof documentId !== 'string' || typeof documentType !== 'string') return undefined
  // A stand-in for a document that is not there has nothing to open.
  if (documentId === '') return undefined
  return {documentId, documentType, path: '', studioUrl}
}

function joined(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`
}
