import type * as z from 'zod/mini'

import {isType} from './isType.ts'

/** Returns whether a view takes null, which a query returns for an absent value. */
export function takesNull(view: z.core.$ZodType): boolean {
  if (isType(view, 'nullable') || isType(view, 'catch')) return true
  if (isType(view, 'pipe')) return takesNull(view._zod.def.in)
  const isWrapper = isType(view, 'optional') || isType(view, 'default') || isType(view, 'readonly')
  if (isWrapper) return takesNull(view._zod.def.innerType)
  if (isType(view, 'union')) return view._zod.def.options.some(takesNull)
  return (
    isType(view, 'null') ||
    isType(view, 'unknown') ||
    isType(view, 'any') ||
    isType(view, 'transform') ||
    (isType(view, 'literal') && view._zod.def.values.includes(null))
  )
}
