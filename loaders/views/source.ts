import * as z from 'zod/mini'

import {isType} from './isType.ts'

/**
 * Where the value of a view's property comes from. Only needed when it is not the stored property of
 * the same name.
 *
 * Both the GROQ projection and the edit attributes of a preview are derived from it, so neither is
 * written a second time.
 *
 * @example
 * const source: Source = {path: 'venue', follow: true}
 * field(source, z.object({name: z.string()}).nullable())
 */
export interface Source {
  /**
   * Stored property, as a dotted path of names and indexes: `slug.current`, `rooms[0].name`. Defaults to the
   * property's own name.
   */
  path?: string
  /** Dereferences: the stored value is a reference, or a list of references, to what the view shows. */
  follow?: true
  /** GROQ filter for members of a list. Defaults to all; with `follow`, to those that exist. */
  where?: string
  /** The rest of the list would be wrong without one of its members: a fault leaves out the document. */
  complete?: true
  /** GROQ expression used in place of the stored property. `path` then names the field to edit. */
  computed?: string
  /** Builds the object from several properties of the same document, each with its own source. */
  inline?: true
  /**
   * Has translations: the property `<name>Translations` beside it is a list of `{language, value}`. Without a
   * translation in the requested language, the view has the property itself.
   */
  translated?: true
  /**
   * A word that many documents have, or a list of such words. A loader in a language has the translation
   * from the community's vocabulary, see results/labels.ts.
   */
  label?: true
  /** GROQ condition. Without it, the value is null. */
  when?: string
  /** Returns the stored value without a projection: in Portable Text an absent key is not null. */
  asStored?: true
}

const sources = z.registry<Source>()

/**
 * Returns a copy of a schema with its own source, so that another property can use the same schema
 * with another source. The copy keeps the original as its parent, which identifies the scalar.
 *
 * @example
 * field({path: 'slug.current'}, z.string()) // another stored field
 * field({follow: true}, z.object({name: z.string()}).nullable()) // the document that a reference leads to
 * field({computed: 'count(rooms)'}, z.number()) // GROQ
 */
export function field<Schema extends z.core.$ZodType>(source: Source, schema: Schema): Schema {
  const copy = z.clone(schema)
  sources.add(copy, source)
  return copy
}

/** Gives a changed copy of a schema the source of the original. @returns the copy */
export function withSourceOf<Schema extends z.core.$ZodType>(
  original: z.core.$ZodType,
  copy: Schema,
): Schema {
  const source = sources.get(original)
  if (source && copy !== original) sources.add(copy, source)
  return copy
}

const ownName: Source = {}

/** Returns a property's source, whether the schema or the schema within `nullable` has it. */
export function sourceOf(schema: z.core.$ZodType): Source {
  const own = sources.get(schema)
  if (own) return own
  const inner = innerOf(schema)
  return inner ? sourceOf(inner) : ownName
}

/** Returns the schema of a present value, before any transform: `nullable` and pipes removed. */
export function schemaWithin(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = innerOf(schema)
  return inner ? schemaWithin(inner) : schema
}

/** Returns what a schema wraps. The views of the package use three of these; the others are for added ones. */
export function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (isType(schema, 'pipe')) {
    const {in: before, out} = schema._zod.def
    return isType(before, 'transform') ? out : before
  }
  const isWrapper =
    isType(schema, 'nullable') ||
    isType(schema, 'optional') ||
    isType(schema, 'default') ||
    isType(schema, 'catch') ||
    isType(schema, 'readonly')
  return isWrapper ? schema._zod.def.innerType : undefined
}
