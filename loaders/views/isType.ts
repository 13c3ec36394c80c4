import type * as z from 'zod/mini'

type TypeName = z.core.$ZodTypes['_zod']['def']['type']

/**
 * Returns whether a schema is of a type of zod, by its name. Comparing with a class of zod adds the class to every
 * bundle: those that the views of the package do not use are 6 kB. To reach a class by `z.core`, esbuild adds all of
 * zod, which is 75 kB.
 */
export function isType<Type extends TypeName>(
  schema: z.core.$ZodType | undefined,
  type: Type,
): schema is Extract<z.core.$ZodTypes, {_zod: {def: {type: Type}}}> {
  return schema?._zod.def.type === type
}

type CheckName = z.core.$ZodChecks['_zod']['def']['check']

/** Returns whether a check is of a type of zod, by its name. */
export function isCheck<Name extends CheckName>(
  check: z.core.$ZodCheck<never>,
  name: Name,
): check is Extract<z.core.$ZodChecks, {_zod: {def: {check: Name}}}> {
  return check._zod.def.check === name
}

/** Returns whether a value is a schema of zod 4, of any copy of it. */
export function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value
}
