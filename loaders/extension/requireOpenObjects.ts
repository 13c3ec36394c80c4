import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin} from '../views/source.ts'

/**
 * Refuses a view with a strict object: each document of a result has its id, its type and whether it is for members,
 * and a strict object would refuse every document for these.
 *
 * @throws ConfigurationError with the place of the object
 */
export function requireOpenObjects(place: string, view: z.core.$ZodType): void {
  const schema = schemaWithin(view)
  if (isType(schema, 'array')) requireOpenObjects(place, schema._zod.def.element)
  if (!isType(schema, 'object')) return
  const {shape, catchall} = schema._zod.def
  if (catchall && isType(catchall, 'never')) {
    throw new ConfigurationError(
      place,
      `${place} is a strict object, and a loader adds an id to each document. Use z.object, which leaves unknown properties out.`,
    )
  }
  for (const [name, property] of Object.entries(shape)) {
    requireOpenObjects(`${place}.${name}`, property)
  }
}
