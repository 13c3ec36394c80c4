import * as z from 'zod/mini'

import {isType} from '../views/isType.ts'
import {schemaWithin} from '../views/source.ts'
import type {Path} from './path.ts'
import {propertyAt} from './path.ts'
import {withoutMarks} from './withoutMarks.ts'

/** A value, or what is wrong with it. */
export type Parsed<Value> =
  | {success: true; data: Value}
  | {success: false; issues: readonly z.core.$ZodIssue[]}

/**
 * Reads a value with a view. A transform or check of a project can throw, and one document must not take a page down:
 * that is an issue like any other, at the value that it was called with.
 */
export function parseView<View extends z.core.$ZodType>(
  view: View,
  value: unknown,
): Parsed<z.core.output<View>> {
  try {
    const result = z.safeParse(view, withoutMarks(view, value))
    return result.success ? result : {success: false, issues: result.error.issues}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `A function of its view threw an error: ${reason}`
    const path = [...placeOfError(view, value)]
    return {success: false, issues: [{code: 'custom', path, message, input: value}]}
  }
}

/** Returns whether a view takes a value. */
export function takes(view: z.core.$ZodType, value: unknown): boolean {
  return parseView(view, value).success
}

/** Returns the path of the first value for which a function throws. */
function placeOfError(view: z.core.$ZodType, value: unknown, path: Path = []): Path {
  const schema = schemaWithin(view)
  const members = isType(schema, 'object')
    ? Object.entries(schema._zod.def.shape)
    : isType(schema, 'array') && Array.isArray(value)
      ? value.map((_, index) => [index, schema._zod.def.element] as const)
      : []
  for (const [key, member] of members) {
    const own: unknown = propertyAt(value, key)
    if (throws(member, own)) return placeOfError(member, own, [...path, key])
  }
  return path
}

function throws(view: z.core.$ZodType, value: unknown): boolean {
  try {
    z.safeParse(view, value)
    return false
  } catch {
    return true
  }
}
