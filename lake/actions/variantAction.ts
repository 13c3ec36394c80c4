import * as z from 'zod'
import {patchOf} from './patchOf.ts'

const definition = <Name extends string>(name: Name) =>
  z.literal<`sanity.action.variant.definition.${Name}`>(`sanity.action.variant.definition.${name}`)

/** One segment of a path, because it is the end of `_.variants.<variantId>`. */
const variantId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/)
const ifRevisionId = z.string().nullish()

/** What a visitor must match exactly. Without conditions, a variant matches nobody. */
const conditions = z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/), z.string().min(1))

/** The attributes of a variant's definition after a patch. */
export const variantDefinition = z.object({
  conditions,
  priority: z.number(),
  metadata: z.record(z.string(), z.unknown()).optional(),
})

/** Formats of the actions on the definitions of variants. */
export const variantActions = [
  z.object({
    actionType: definition('create'),
    variantId,
    conditions: conditions.default({}),
    priority: z.number().default(0),
    metadata: z.record(z.string(), z.unknown()).optional(),
  }),
  z.object({
    actionType: definition('edit'),
    variantId,
    patch: patchOf(['conditions', 'priority', 'metadata'], 'a variant'),
    ifRevisionId,
  }),
  z.object({actionType: definition('delete'), variantId, ifRevisionId}),
] as const

export type VariantAction = z.infer<(typeof variantActions)[number]>
