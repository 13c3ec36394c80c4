import * as z from 'zod/mini'

/**
 * Where a view's property comes from, when it is not the stored property of the same name.
 *
 * The GROQ projection is printed from this and from the view's shape, and the edit attributes of a
 * preview are derived from it: neither is written a second time.
 */
export interface Source {
  /** The stored property, dotted: `slug.current`. Default: the property's own name. */
  path?: string
  /** The stored value is a reference (or a list of them), and the view is of what it refers to. */
  follow?: true
  /** Which members of a list, as a GROQ filter. Default: all; those whose target exists when followed. */
  where?: string
  /** A GROQ expression in place of the stored property. `path` then names what an editor would change. */
  computed?: string
  /** The property is put together from others of the same document, each with a source of its own. */
  together?: true
  /** Taken as it is stored, without a projection: Portable Text, where an absent key and null differ. */
  asStored?: true
}

const sources = z.registry<Source>()

/**
 * The same schema with a source of its own; the schema that was handed in can be used elsewhere with
 * another. The copy keeps the original as its parent, so a scalar can still be told by identity.
 *
 * @example
 * from({path: 'slug.current'}, slugText)
 */
export function from<Schema extends z.ZodMiniType>(source: Source, schema: Schema): Schema {
  const copy = schema.clone()
  sources.add(copy, source)
  return copy
}

const ownName: Source = {}

/** The source of a property, whether it was given to the schema or to what `nullable` wraps. */
export function sourceOf(schema: z.core.$ZodType): Source {
  const own = sources.get(schema)
  if (own) return own
  return schema instanceof z.ZodMiniNullable ? sourceOf(schema._zod.def.innerType) : ownName
}

/** The schema of a value that is there: without `nullable`, and before it was transformed. */
export function schemaWithin(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodMiniNullable) return schemaWithin(schema._zod.def.innerType)
  if (schema instanceof z.ZodMiniOptional) return schemaWithin(schema._zod.def.innerType)
  if (schema instanceof z.ZodMiniPipe) return schemaWithin(schema._zod.def.in)
  return schema
}
