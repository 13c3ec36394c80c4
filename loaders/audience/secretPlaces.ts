import type * as z from 'zod/mini'

import {isType} from '../views/isType.ts'
import {membersMark} from './isForMembers.ts'

/**
 * Where in a value of a view there can be something that visitors must not see: `anywhere`, or in these properties
 * of the object, or of the members of the list.
 */
export type SecretPlaces =
  | 'anywhere'
  | {
      /** Whether the object itself can be for members, have an inherited room or a secret address. */
      readonly isDocument: boolean
      readonly within: readonly (readonly [name: string, places: SecretPlaces])[]
    }

/** The properties that `withhold` reads, of which each object that it changes has one. */
const telling: ReadonlySet<string> = new Set([
  'audience',
  'feedUrl',
  'hasMembersMeetings',
  'series',
  'touchpoint',
  membersMark,
])

/** What has no properties. */
const plainTypes: ReadonlySet<string> = new Set([
  'boolean',
  'enum',
  'literal',
  'null',
  'number',
  'string',
] as const satisfies readonly z.core.$ZodTypes['_zod']['def']['type'][])

/** Views never change, and each item of a result is read with one. */
const known = new WeakMap<z.core.$ZodType, {places: SecretPlaces | undefined}>()

/** Returns where to look in what a view returns, or undefined for nowhere, as in guests and recordings: most of a page. */
export function secretPlaces(view: z.core.$ZodType): SecretPlaces | undefined {
  const cached = known.get(view)
  if (cached) return cached.places
  // A view can contain itself.
  known.set(view, {places: 'anywhere'})
  const places = placesIn(view)
  known.set(view, {places})
  return places
}

function placesIn(view: z.core.$ZodType): SecretPlaces | undefined {
  if (plainTypes.has(view._zod.def.type)) return undefined
  // A check can change an object.
  if (view._zod.def.checks?.length) return 'anywhere'
  if (isType(view, 'nullable') || isType(view, 'optional')) {
    return secretPlaces(view._zod.def.innerType)
  }
  if (isType(view, 'array')) return secretPlaces(view._zod.def.element)
  // Transforms of a text return a link or an instant.
  if (isType(view, 'pipe')) return isType(view._zod.def.in, 'string') ? undefined : 'anywhere'
  if (!isType(view, 'object') || view._zod.def.catchall) return 'anywhere'
  const properties = Object.entries(view._zod.def.shape)
  const isDocument = properties.some(([name]) => telling.has(name))
  const within = properties.flatMap(([name, property]) => {
    const places = secretPlaces(property)
    return places ? [[name, places] as const] : []
  })
  return isDocument || within.length > 0 ? {isDocument, within} : undefined
}
