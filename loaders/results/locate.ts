import type * as z from 'zod/mini'

import {isForMembers} from '../audience/isForMembers.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {propertyAt, type Path} from './path.ts'

/** The location of a fault: its document, and what to remove so that the rest stays valid. */
export interface Place {
  /** The document that contains the value: the one that was read, or one that it refers to. */
  document: unknown
  /** Path from the root of the value to that document. */
  documentPath: Path
  /** The property's schema, where the path leads to one. */
  schema: z.core.$ZodType | undefined
  /** Whether the value should come from a reference. */
  followed: boolean
  /**
   * What to remove: the member of a list of the document, or, when the fault is in a referenced document,
   * the member or the value that may be null. Undefined when the document itself has to be left out.
   */
  removable: Path | undefined
}

/** Follows a path from the root of the view to a fault. */
export function locate(view: z.core.$ZodType, value: unknown, path: Path): Place {
  let place: Place = {
    document: value,
    documentPath: [],
    schema: view,
    followed: false,
    removable: undefined,
  }
  let at: unknown = value
  let removable: Path | undefined
  // A text for members is judged with the one before it, such as "Passcode:", so no text may be missing.
  let keepsMembers = isForMembers(value)
  for (const [index, key] of path.entries()) {
    const here = path.slice(0, index + 1)
    const schema = propertyOf(place.schema, key)
    keepsMembers ||= place.schema !== undefined && isComplete(place.schema)
    at = propertyAt(at, key)
    if (typeof key === 'number' || isType(schema, 'nullable')) removable = here
    const isOther = at !== null && at !== undefined && comesFromElsewhere(place.schema, schema)
    if (isOther) keepsMembers = isForMembers(value) || isForMembers(at)
    place = isOther
      ? {
          document: hasId(at) ? at : place.document,
          documentPath: hasId(at) ? here : place.documentPath,
          schema,
          followed: true,
          removable,
        }
      : {
          ...place,
          schema,
          followed: schema !== undefined && sourceOf(schema).follow === true,
          ...(typeof key === 'number' && !keepsMembers && {removable: here}),
        }
  }
  return place
}

/** The source of a list is on the list, but its members are what comes from another document. */
function comesFromElsewhere(
  parent: z.core.$ZodType | undefined,
  schema: z.core.$ZodType | undefined,
): boolean {
  if (!schema || !isType(schemaWithin(schema), 'object')) return false
  const source = parent && isList(parent) ? sourceOf(parent) : sourceOf(schema)
  return source.follow === true || source.computed !== undefined
}

function propertyOf(
  schema: z.core.$ZodType | undefined,
  key: PropertyKey,
): z.core.$ZodType | undefined {
  if (!schema) return undefined
  const within = schemaWithin(schema)
  if (isType(within, 'array')) return within._zod.def.element
  if (isType(within, 'object')) return within._zod.def.shape[String(key)]
  return undefined
}

/** Text is a list of paragraphs, and has another meaning without one of them. */
function isComplete(schema: z.core.$ZodType): boolean {
  return sourceOf(schema).complete === true || sourceOf(schema).asStored === true
}

function isList(schema: z.core.$ZodType): boolean {
  return isType(schemaWithin(schema), 'array')
}

function hasId(value: unknown): boolean {
  return typeof propertyAt(value, '_id') === 'string'
}
