import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {isType} from '../views/isType.ts'
import {innerOf, schemaWithin, sourceOf} from '../views/source.ts'
import {takesNull} from '../views/takesNull.ts'

/**
 * Checks that each property of a view, at every depth, takes what GROQ answers for an absent field.
 *
 * @throws ConfigurationError with the place of the property
 */
export function checkProperties(place: string, view: z.core.$ZodType): void {
  if (valid.has(view)) return
  checkWithin(place, view, [])
  valid.add(view)
}

/** Views never change, and a site reads one for each request. */
const valid = new WeakSet<z.core.$ZodType>()

function checkWithin(
  place: string,
  view: z.core.$ZodType,
  around: readonly z.core.$ZodType[],
): void {
  const schema = schemaWithin(view)
  const content = isType(schema, 'array') ? schemaWithin(schema._zod.def.element) : schema
  if (!isType(content, 'object')) return
  if (around.includes(content)) {
    throw new ConfigurationError(
      place,
      `${place} contains itself, so that its query would have no end. Use a view of its own for what is within.`,
    )
  }
  for (const [name, property] of Object.entries(content._zod.def.shape)) {
    const here = `${place}.${name}`
    // What is stored is returned as it is, without a projection.
    if (sourceOf(property).asStored) continue
    checkAbsence(here, property)
    checkWithin(here, property, [...around, content])
  }
}

/**
 * Refuses what GROQ never answers: for an absent field it answers null, so that an optional property would be a
 * problem in each document without the field, and a default would never apply.
 */
function checkAbsence(place: string, property: z.core.$ZodType): void {
  const schemas = withInner(property)
  if (schemas.some((schema) => isType(schema, 'default') || isType(schema, 'prefault'))) {
    throw new ConfigurationError(
      place,
      `${place} has a default, which never applies: the value of an absent field is null. Use z.nullable, and choose the default where the value is used.`,
    )
  }
  if (schemas.some((schema) => isType(schema, 'optional')) && !takesNull(property)) {
    throw new ConfigurationError(
      place,
      `${place} is optional, but the value of an absent field is null. Use z.nullable or z.nullish, or each document without the field is left out.`,
    )
  }
}

/** Returns a schema and what it wraps, from the outside in. */
function withInner(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inner = innerOf(schema)
  return [schema, ...(inner ? withInner(inner) : [])]
}
