import type * as z from 'zod/mini'

type Shape = Readonly<Record<string, z.core.$ZodType>>

const added = new WeakMap<z.core.$ZodType, Shape>()

/** Records that these properties of an object view are added fields. */
export function rememberAdded(view: z.core.$ZodObject, shape: Shape) {
  added.set(view, shape)
}

/** Returns the added fields of an object view itself. */
export function addedShape(view: z.core.$ZodType): Shape {
  return added.get(view) ?? none
}

const none: Shape = {}
