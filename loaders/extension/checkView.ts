import {nameHint} from '@touchpoints/calendar/option-names'
import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {isSchema, isType} from '../views/isType.ts'
import {schemaWithin, sourceOf} from '../views/source.ts'
import {checkProperties} from './checkProperties.ts'
import {requireOpenObjects} from './requireOpenObjects.ts'

interface ViewFacts {
  /** The document type. */
  type: string
  /** Fields that a property of the same name reads. */
  stored: readonly string[]
  /** All fields of the type, which a path can begin with. */
  known: readonly string[]
}

/**
 * Checks that a view of an extension can read what is stored.
 *
 * @returns the object schema of the view
 * @throws ConfigurationError with the place of the view, or of its property
 */
export function checkView(place: string, view: unknown, facts: ViewFacts): z.core.$ZodObject {
  const {type, stored, known} = facts
  const schema = objectOf(place, view)
  for (const [name, property] of Object.entries(schema._zod.def.shape)) {
    const refuse = (why: string) => {
      throw new ConfigurationError(`${place}.${name}`, why)
    }
    const {path, computed, inline} = sourceOf(property)
    const isOfField = path === undefined && computed === undefined && !inline
    if (isOfField && !stored.includes(name)) {
      refuse(
        `The view of ${type} has a property "${name}", and the extension has no field of that name. ${nameHint(name, stored)} For a value from elsewhere, use field({path: '…'}, …) or field({computed: '…'}, …).`,
      )
    }
    const [first] = path?.split(/[.[]/) ?? []
    if (first !== undefined && !known.includes(first)) {
      refuse(
        `The view of ${type} reads "${path}", and ${type} has no field "${first}". ${nameHint(first, known)}`,
      )
    }
  }
  checkProperties(place, schema)
  requireOpenObjects(place, schema)
  return schema
}

function objectOf(place: string, view: unknown): z.core.$ZodObject {
  if (isSchema(view)) {
    const schema = schemaWithin(view)
    if (isType(schema, 'object')) return schema
    throw new ConfigurationError(
      place,
      `${place} is a schema of type ${schema._zod.def.type}. Use z.object, with a property for each value to read.`,
    )
  }
  const isZod3 = typeof view === 'object' && view !== null && '_def' in view
  throw new ConfigurationError(
    place,
    isZod3
      ? `${place} is a schema of zod 3, from which no query can be derived. Install zod 4, or import zod from "zod/v4".`
      : `${place} is not a schema of zod. Use z.object, with a property for each value to read.`,
  )
}
