import type * as z from 'zod/mini'

import type * as scalars from '../scalars.ts'

/** Every format; `schemas/scalars.ts` is their registry. */
export type ScalarName = keyof typeof scalars

/** A choice among fixed words. Tables can read its words from the scalar. */
export type ChoiceScalarName = {
  [Name in ScalarName]: (typeof scalars)[Name] extends {_zod: {def: z.core.$ZodEnumDef}}
    ? Name
    : never
}[ScalarName]

/** A scalar that only its own entry in a table can describe. */
export type PlainScalarName = Exclude<ScalarName, ChoiceScalarName>
