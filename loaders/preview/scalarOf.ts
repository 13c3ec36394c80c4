import type {ScalarName} from '@touchpoints/schemas/registry'
import * as scalars from '@touchpoints/schemas/scalars'
import type * as z from 'zod/mini'

const names = new Map<z.core.$ZodType, string>(
  Object.entries(scalars).map(([name, scalar]) => [scalar, name]),
)

/** Returns the scalar of a property, also when `field` has copied it. */
export function scalarOf(view: z.core.$ZodType): ScalarName | undefined {
  for (let schema: z.core.$ZodType | undefined = view; schema; schema = schema._zod.parent) {
    const name = names.get(schema)
    if (name !== undefined && isScalar(name)) return name
  }
  return undefined
}

function isScalar(name: string): name is ScalarName {
  return Object.hasOwn(scalars, name)
}
