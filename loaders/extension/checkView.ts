import {nameHint} from '@touchpoints/calendar/option-names'
import type * as z from 'zod/mini'

import {ConfigurationError} from '../errors.ts'
import {isSchema, isType} from '../views/isType.ts'
import {innerOf, schemaWithin, sourceOf} from '../views/source.ts'

interface ViewFacts {
  /** The document type. */
  type: string
  /** Fields that a property of the same name reads. */
  stored: readonly string[]
}

/**
 * Checks that a view of an extension can read what is stored.
 *
 * @throws ConfigurationError with the place of the view, or of its property
 */
export function checkView(place: string, view: unknown, facts: ViewFacts): void {
  const {type, stored} = facts
  for (const [name, property] of Object.entries(shapeOf(place, view))) {
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
    checkAbsence(`${place}.${name}`, property, [])
  }
}

function shapeOf(place: string, view: unknown): Readonly<Record<string, z.core.$ZodType>> {
  if (isSchema(view)) {
    const schema = schemaWithin(view)
    if (isType(schema, 'object')) return schema._zod.def.shape
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

/**
 * Refuses what GROQ never answers: for an absent field it answers null, so that an optional property would be a
 * problem in each document without the field, and a default would never apply.
 */
function checkAbsence(
  place: string,
  property: z.core.$ZodType,
  around: readonly z.core.$ZodType[],
): void {
  // What is stored is returned as it is, without a projection.
  if (sourceOf(property).asStored) return
  const schemas = withInner(property)
  if (schemas.some(isDefault)) {
    throw new ConfigurationError(
      place,
      `${place} has a default, which never applies: the value of an absent field is null. Use z.nullable, and choose the default where the value is used.`,
    )
  }
  if (schemas.some(isOptional) && !schemas.some(acceptsNull)) {
    throw new ConfigurationError(
      place,
      `${place} is optional, but the value of an absent field is null. Use z.nullable or z.nullish, or each document without the field is left out.`,
    )
  }
  const schema = schemaWithin(property)
  const content = isType(schema, 'array') ? schemaWithin(schema._zod.def.element) : schema
  if (!isType(content, 'object')) return
  if (around.includes(content)) {
    throw new ConfigurationError(
      place,
      `${place} contains itself, so that its query would have no end. Use a view of its own for what is within.`,
    )
  }
  for (const [name, inner] of Object.entries(content._zod.def.shape)) {
    checkAbsence(`${place}.${name}`, inner, [...around, content])
  }
}

/** Returns a schema and what it wraps, from the outside in. */
function withInner(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inner = innerOf(schema)
  return [schema, ...(inner ? withInner(inner) : [])]
}

function isDefault(schema: z.core.$ZodType): boolean {
  return isType(schema, 'default') || isType(schema, 'prefault')
}

function isOptional(schema: z.core.$ZodType): boolean {
  return isType(schema, 'optional')
}

/** A wrapper that lets null through, or a schema such as `z.unknown()` or a union with null. */
function acceptsNull(schema: z.core.$ZodType): boolean {
  if (isType(schema, 'nullable') || isType(schema, 'catch')) return true
  if (isType(schema, 'unknown') || isType(schema, 'any')) return true
  if (isType(schema, 'union')) return schema._zod.def.options.some(acceptsNull)
  return (
    isType(schema, 'null') || (isType(schema, 'literal') && schema._zod.def.values.includes(null))
  )
}
