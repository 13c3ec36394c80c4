import type * as z from 'zod/mini'

import {propertyAt} from '../results/path.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin} from '../views/source.ts'
import {addedShape} from './addedShape.ts'

/** The added fields of a view: those of its own object, and those of objects within it. */
export interface AddedPlaces {
  /** Views of the fields, by name. */
  readonly fields: ReadonlyMap<string, z.core.$ZodType>
  /** Properties that contain added fields. */
  readonly within: ReadonlyMap<string, AddedPlaces>
}

/** Views never change, and each item of a result is read with one. */
const known = new WeakMap<z.core.$ZodType, {places: AddedPlaces | undefined}>()

/** Returns the places of added fields in a view. Undefined when it has none, as in a loader without an extension. */
export function addedPlaces(view: z.core.$ZodType): AddedPlaces | undefined {
  const {places} = known.get(view) ?? {places: placesIn(view)}
  known.set(view, {places})
  return places
}

function placesIn(view: z.core.$ZodType): AddedPlaces | undefined {
  const schema = schemaWithin(view)
  if (isType(schema, 'array')) return addedPlaces(schema._zod.def.element)
  if (!isType(schema, 'object')) return undefined
  const fields = new Map(Object.entries(addedShape(schema)))
  const within = new Map<string, AddedPlaces>()
  for (const [name, property] of Object.entries(schema._zod.def.shape)) {
    const places = fields.has(name) ? undefined : addedPlaces(property)
    if (places) within.set(name, places)
  }
  return fields.size + within.size > 0 ? {fields, within} : undefined
}

/**
 * Takes the added fields out of a value, so that what follows sees the fields of the package alone.
 *
 * @returns a function that puts them back
 */
export function detachAdded(value: unknown, places: AddedPlaces): () => void {
  const taken: [object, string, unknown][] = []
  visit(value, places, (object, {fields}) => {
    for (const name of fields.keys()) {
      if (!(name in object)) continue
      taken.push([object, name, Reflect.get(object, name)])
      Reflect.deleteProperty(object, name)
    }
  })
  return () => {
    for (const [object, name, property] of taken) Reflect.set(object, name, property)
  }
}

function visit(
  value: unknown,
  places: AddedPlaces,
  each: (object: object, places: AddedPlaces) => void,
) {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const member of value) visit(member, places, each)
    return
  }
  each(value, places)
  for (const [name, inner] of places.within) visit(Reflect.get(value, name), inner, each)
}

/**
 * Returns a copy of what a view made of a source, with the added fields as they are in the source. The view can
 * read it again: a transform of an added field, such as one from a text to a number, does not take its own result.
 */
export function withStoredAdded(value: unknown, source: unknown, places: AddedPlaces): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.map((member, index) => withStoredAdded(member, propertyAt(source, index), places))
  }
  const stored = [...places.fields.keys()].map((name) => [name, propertyAt(source, name)])
  const within = [...places.within].map(([name, inner]) => [
    name,
    withStoredAdded(propertyAt(value, name), propertyAt(source, name), inner),
  ])
  return {...value, ...Object.fromEntries(within), ...Object.fromEntries(stored)}
}
