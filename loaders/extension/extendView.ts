import * as z from 'zod/mini'

import {isType} from '../views/isType.ts'
import {schemaWithin, withSourceOf} from '../views/source.ts'
import {rememberAdded} from './addedShape.ts'
import type {FieldViews} from './extension.ts'

/**
 * Returns a view with the added fields in each complete document of it, at every depth. A view without such a
 * document is returned as it is.
 *
 * Added views are used as they are: a document within them gets no added field, so that none contains itself.
 */
export function extendView<View extends z.core.$ZodType>(view: View, added: FieldViews): View {
  return withSourceOf(view, within(view, added))
}

function within<View extends z.core.$ZodType>(view: View, added: FieldViews): View {
  if (isType(view, 'array')) {
    const {def} = view._zod
    const element = extendView(def.element, added)
    return element === def.element ? view : z.clone(view, {...def, element})
  }
  if (isType(view, 'nullable')) {
    const {def} = view._zod
    const innerType = extendView(def.innerType, added)
    return innerType === def.innerType ? view : z.clone(view, {...def, innerType})
  }
  return isType(view, 'object') ? withinObject(view, added) : view
}

function withinObject<View extends z.core.$ZodObject>(view: View, added: FieldViews): View {
  const {def} = view._zod
  const own = Object.entries(def.shape).map(
    ([name, property]) => [name, extendView(property, added)] as const,
  )
  const extra = addedTo(def.shape, added)
  const isSame = own.every(([name, property]) => property === def.shape[name])
  if (isSame && extra === undefined) return view
  const addedShape = extra?._zod.def.shape
  const copy = z.clone(view, {...def, shape: {...Object.fromEntries(own), ...addedShape}})
  if (addedShape) rememberAdded(copy, addedShape)
  return copy
}

/** A complete document has its type in `_type`, and `updatedAt`. */
function addedTo(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  added: FieldViews,
): z.core.$ZodObject | undefined {
  if (!shape['updatedAt']) return undefined
  return Object.entries(added).find(([type]) => type === typeIn(shape))?.[1]
}

/** Returns the document type that a view says it reads, from the literal of `_type`. */
export function documentTypeOf(view: z.core.$ZodType): string | undefined {
  const schema = schemaWithin(view)
  return isType(schema, 'object') ? typeIn(schema._zod.def.shape) : undefined
}

function typeIn(shape: Readonly<Record<string, z.core.$ZodType>>): string | undefined {
  const type = shape['_type']
  if (!isType(type, 'literal')) return undefined
  const [value] = type._zod.def.values
  return typeof value === 'string' ? value : undefined
}
