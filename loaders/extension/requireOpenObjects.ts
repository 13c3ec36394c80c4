import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {checkPath} from './checkPath.ts'

/**
 * Refuses a view with a strict object: each document of a result has its id, its type and whether it is for members,
 * and a strict object would refuse every document for these. Refuses paths to other documents too.
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
    checkPath(`${place}.${name}`, name, property)
    // What is stored is returned as it is, without a projection.
    if (!sourceOf(property).asStored) requireOpenObjects(`${place}.${name}`, property)
  }
}
