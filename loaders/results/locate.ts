import * as z from 'zod/mini'

import {schemaWithin, sourceOf} from '../views/source.ts'
import {propertyAt, type Path} from './path.ts'

/** Where a fault lies: in which document, and what can be taken out so that the rest stands. */
export interface Place {
  /** The document whose value it is: the one that was read, or one that it refers to. */
  document: unknown
  /** From the root of the value that was read to that document. */
  documentPath: Path
  /** The property's schema, where the path leads to one. */
  schema: z.core.$ZodType | undefined
  /** Whether the value was to come from a reference. */
  followed: boolean
  /**
   * What to take out, when the fault lies in another document than the one that was read: a member
   * of a list, or a value that may be null. Undefined when the whole has to go.
   */
  removable: Path | undefined
}

/** Walks from the view's root to a fault, along its path. */
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
  for (const [index, key] of path.entries()) {
    const here = path.slice(0, index + 1)
    const schema = propertyOf(place.schema, key)
    at = propertyAt(at, key)
    if (typeof key === 'number' || schema instanceof z.ZodMiniNullable) removable = here
    const other = at !== null && at !== undefined && comesFromElsewhere(place.schema, schema)
    place = other
      ? {
          document: hasId(at) ? at : place.document,
          documentPath: hasId(at) ? here : place.documentPath,
          schema,
          followed: true,
          removable,
        }
      : {...place, schema, followed: schema !== undefined && sourceOf(schema).follow === true}
  }
  return place
}

/** A list's source stands at the list, its members are what comes from elsewhere. */
function comesFromElsewhere(
  parent: z.core.$ZodType | undefined,
  schema: z.core.$ZodType | undefined,
): boolean {
  if (!schema || !(schemaWithin(schema) instanceof z.ZodMiniObject)) return false
  const source = parent && isList(parent) ? sourceOf(parent) : sourceOf(schema)
  return source.follow === true || source.computed !== undefined
}

function propertyOf(
  schema: z.core.$ZodType | undefined,
  key: PropertyKey,
): z.core.$ZodType | undefined {
  if (!schema) return undefined
  const within = schemaWithin(schema)
  if (within instanceof z.ZodMiniArray) return within._zod.def.element
  if (within instanceof z.ZodMiniObject) return within._zod.def.shape[String(key)]
  return undefined
}

function isList(schema: z.core.$ZodType): boolean {
  return schemaWithin(schema) instanceof z.ZodMiniArray
}

function hasId(value: unknown): boolean {
  return typeof propertyAt(value, '_id') === 'string'
}
