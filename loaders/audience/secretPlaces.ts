import type * as z from 'zod/mini'

import {isType} from '../views/isType.ts'

/**
 * The properties of a document, or of the documents in a list, in which there can be something that visitors must not
 * see, with the places within. Undefined for anywhere.
 */
export type SecretPlaces = {readonly [name: string]: SecretPlaces} | undefined

const nowhere: SecretPlaces = {}

/** Views never change, and each item of a result is read with one. */
const known = new WeakMap<z.core.$ZodType, SecretPlaces>()

/** Returns where to look in what a view returns. In guests and recordings, most of a page, that is nowhere. */
export function secretPlaces(view: z.core.$ZodType): SecretPlaces {
  // A view can contain itself.
  if (!known.has(view)) known.set(view, undefined).set(view, placesIn(view))
  return known.get(view)
}

function placesIn(view: z.core.$ZodType): SecretPlaces {
  const {type, checks} = view._zod.def
  if (/^(?:string|number|boolean|enum|literal)$/.test(type)) return nowhere
  // A check can change an object.
  if (checks?.length) return undefined
  if (isType(view, 'nullable')) return secretPlaces(view._zod.def.innerType)
  if (isType(view, 'array')) return secretPlaces(view._zod.def.element)
  // Transforms of a text return a link or an instant.
  if (isType(view, 'pipe') && isType(view._zod.def.in, 'string')) return nowhere
  if (!isType(view, 'object') || view._zod.def.catchall) return undefined
  const within = Object.entries(view._zod.def.shape).flatMap(([name, property]) => {
    const places = secretPlaces(property)
    // What `withhold` changes has one of these, or contains a document that has.
    const isTelling = /^(?:audience|feedUrl|hasMembersMeetings)$/.test(name)
    return isTelling || places !== nowhere ? [[name, places] as const] : []
  })
  return within.length > 0 ? Object.fromEntries(within) : nowhere
}
