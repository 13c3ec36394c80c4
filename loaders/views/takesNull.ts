import * as z from 'zod/mini'

/** Returns whether a view takes null, which a query returns for an absent value. */
export function takesNull(view: z.core.$ZodType): boolean {
  if (view instanceof z.core.$ZodNullable || view instanceof z.core.$ZodCatch) return true
  if (view instanceof z.core.$ZodPipe) return takesNull(view._zod.def.in)
  const isWrapper =
    view instanceof z.core.$ZodOptional ||
    view instanceof z.core.$ZodDefault ||
    view instanceof z.core.$ZodReadonly
  if (isWrapper) return takesNull(view._zod.def.innerType)
  if (view instanceof z.core.$ZodUnion) return view._zod.def.options.some(takesNull)
  return (
    view instanceof z.core.$ZodNull ||
    view instanceof z.core.$ZodUnknown ||
    view instanceof z.core.$ZodAny ||
    view instanceof z.core.$ZodTransform
  )
}
