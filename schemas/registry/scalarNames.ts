import type * as z from 'zod/mini'

import type * as scalars from '../scalars.ts'

/** The name of a scalar. `schemas/scalars.ts` defines them. */
export type ScalarName = keyof typeof scalars

/** The name of a scalar with a fixed set of values. */
export type ChoiceScalarName = {
  [Name in ScalarName]: (typeof scalars)[Name] extends {_zod: {def: z.core.$ZodEnumDef}}
    ? Name
    : never
}[ScalarName]

/** The name of a scalar without a fixed set of values. */
export type PlainScalarName = Exclude<ScalarName, ChoiceScalarName>
