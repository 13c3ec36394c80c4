import type * as z from 'zod/mini'

import {membersMark} from '../audience/isForMembers.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {isType} from '../views/isType.ts'

/** What a query adds to the objects of a view, for problems, edit attributes and audiences. */
const marks: ReadonlySet<string> = new Set(['_id', '_type', '_key', membersMark])

/**
 * Returns a value without what the query added to it, where the view would read that: an object that takes unknown
 * properties, such as `z.looseObject`. Other values are returned as they are.
 */
export function withoutMarks(view: z.core.$ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !takesUnknown(view)) return value
  const schema = schemaWithin(view)
  if (isType(schema, 'array')) {
    const {element} = schema._zod.def
    return Array.isArray(value) ? value.map((member) => withoutMarks(element, member)) : value
  }
  if (!isType(schema, 'object') || Array.isArray(value)) return value
  const {shape, catchall} = schema._zod.def
  const kept = Object.entries(value).filter(
    ([name]) => !catchall || name in shape || !marks.has(name),
  )
  return Object.fromEntries(
    kept.map(([name, property]) => [
      name,
      shape[name] ? withoutMarks(shape[name], property) : property,
    ]),
  )
}

/** Views never change, and nearly none of them takes unknown properties. */
const known = new WeakMap<z.core.$ZodType, boolean>()

function takesUnknown(view: z.core.$ZodType): boolean {
  const cached = known.get(view)
  if (cached !== undefined) return cached
  // A view can contain itself.
  known.set(view, false)
  const takes = findsCatchall(view)
  known.set(view, takes)
  return takes
}

function findsCatchall(view: z.core.$ZodType): boolean {
  // What is stored is returned as it is: its marks are those of the content.
  if (sourceOf(view).asStored) return false
  const schema = schemaWithin(view)
  if (isType(schema, 'array')) return takesUnknown(schema._zod.def.element)
  if (!isType(schema, 'object')) return false
  const {shape, catchall} = schema._zod.def
  return catchall !== undefined || Object.values(shape).some(takesUnknown)
}
