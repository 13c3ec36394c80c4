import * as z from 'zod/mini'

import {isType} from '../views/isType.ts'
import {labelView} from '../views/label.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'

/** Properties of a view that are labels, or contain some. */
interface LabelPlaces extends ReadonlyMap<string, LabelPlaces | 'label'> {}

/** Views never change, and each item of a result is read with one. */
const places = new WeakMap<z.core.$ZodType, LabelPlaces>()

/** Returns the translations in a query result, by the stored word. The first of two is used. */
export function labelsOf(list: unknown): ReadonlyMap<string, string> {
  const labels = Array.isArray(list) ? list : []
  return new Map(
    labels.toReversed().flatMap((item: unknown): [string, string][] => {
      const {data} = z.safeParse(labelView, item)
      return data ? [[data.stored, data.text]] : []
    }),
  )
}

/**
 * Returns an item of a query result with the translations of its labels. A word without one stays as it is.
 * It is called before the item is read: a translation is checked and cleaned like the word itself.
 */
export function withLabels(
  view: z.core.$ZodType,
  item: unknown,
  labels: ReadonlyMap<string, string>,
): unknown {
  return labels.size === 0 ? item : replaced(item, placesIn(view), labels)
}

function replaced(
  value: unknown,
  place: LabelPlaces | 'label',
  labels: ReadonlyMap<string, string>,
): unknown {
  if (Array.isArray(value)) return value.map((member) => replaced(member, place, labels))
  if (place === 'label') return typeof value === 'string' ? (labels.get(value) ?? value) : value
  if (typeof value !== 'object' || value === null || place.size === 0) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, property]: [string, unknown]) => {
      const inner = place.get(name)
      return [name, inner === undefined ? property : replaced(property, inner, labels)]
    }),
  )
}

function placesIn(view: z.core.$ZodType): LabelPlaces {
  const known = places.get(view)
  if (known) return known
  const schema = schemaWithin(view)
  if (isType(schema, 'array')) return placesIn(schema._zod.def.element)
  const found = new Map<string, LabelPlaces | 'label'>()
  if (isType(schema, 'object')) {
    for (const [name, property] of Object.entries(schema._zod.def.shape)) {
      const inner = sourceOf(property).label ? 'label' : placesIn(property)
      if (inner === 'label' || inner.size > 0) found.set(name, inner)
    }
  }
  places.set(view, found)
  return found
}
