import type * as z from 'zod/mini'

type TypeName = z.core.$ZodTypes['_zod']['def']['type']

/**
 * Returns whether a schema is of a type of zod, by its name. Comparing with a class of zod adds the class to every
 * bundle: those that the views of the package do not use are 6 kB.
 */
export function isType<Type extends TypeName>(
  schema: z.core.$ZodType,
  type: Type,
): schema is Extract<z.core.$ZodTypes, {_zod: {def: {type: Type}}}> {
  return schema._zod.def.type === type
}
