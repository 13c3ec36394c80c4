import * as z from 'zod/mini'

import {schemaWithin, sourceOf} from './source.ts'

/**
 * Returns the GROQ projection that reads a view.
 *
 * @throws TypeError when the view is not an object
 * @example
 * projection(z.object({_id: z.string(), slug: field({path: 'slug.current'}, slugText)}))
 * // '{_id,"slug":slug.current}'
 */
export function projection(view: z.core.$ZodType): string {
  const cached = printed.get(view)
  if (cached !== undefined) return cached
  const text = printObject(view)
  printed.set(view, text)
  return text
}

/** Views never change, and the query of a page contains some of them a dozen times. */
const printed = new WeakMap<z.core.$ZodType, string>()

function printObject(view: z.core.$ZodType): string {
  const schema = schemaWithin(view)
  if (!(schema instanceof z.ZodMiniObject)) {
    throw new TypeError(
      `The view of a document must be an object; this one is of type ${schema._zod.def.type}.`,
    )
  }
  return `{${propertiesOf(schema).join(',')}}`
}

function propertiesOf(schema: z.ZodMiniObject): string[] {
  return Object.entries(schema._zod.def.shape).map(([name, property]) => {
    const expression = print(name, property)
    return expression === name ? name : `"${name}":${expression}`
  })
}

function print(name: string, property: z.core.$ZodType): string {
  const source = sourceOf(property)
  const schema = schemaWithin(property)
  const stored = source.computed ?? source.path ?? name
  if (source.asStored) return stored
  if (schema instanceof z.ZodMiniArray) return printList(stored, property, schema)
  if (!(schema instanceof z.ZodMiniObject)) return stored
  if (source.inline) return projection(schema)
  return `${stored}${source.follow ? '->' : ''}${projection(schema)}`
}

/** Prints a list. Readers of a view get an empty list for an absent one. */
function printList(stored: string, property: z.core.$ZodType, list: z.core.$ZodArray): string {
  const {computed, follow, where} = sourceOf(property)
  const member = schemaWithin(list._zod.def.element)
  if (!(member instanceof z.ZodMiniObject)) return `coalesce(${stored},[])`
  if (computed) return `${computed}${projection(member)}`
  // Edit attributes address a member of a list by its key, which views leave out.
  const members = follow ? propertiesOf(member) : ['_key', ...propertiesOf(member)]
  // A reference to a missing or unpublished document must not put null among the members.
  const selection = `${stored}[${where ?? (follow ? 'defined(@->)' : '')}]${follow ? '->' : ''}`
  return `coalesce(${selection}{${members.join(',')}},[])`
}
