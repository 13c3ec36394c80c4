import {Schema} from '@sanity/schema'
import {builtinTypes, extractSchema} from '@sanity/schema/_internal'
import {schemaTypesWith, type SchemaExtension} from '@touchpoints/schemas'
import * as z from 'zod/mini'

import type {Extension} from '../extension/extension.ts'
import {projection} from '../views/projection.ts'
import {differencesOf} from './differencesOf.ts'

/**
 * An added view and the Studio disagree about a value.
 *
 * @example
 * const lines = (drift: readonly Drift[]) => drift.map(({message}) => message).join('\n')
 */
export interface Drift {
  /** Document type that has the value. */
  readonly documentType: string
  /** Path in the view, such as `venue.address` or `rooms[].name`. */
  readonly path: string
  /** What the Studio stores: a type, a value, or `nothing`. */
  readonly stored: string
  /** What the view takes. */
  readonly viewed: string
  /** All of it in a sentence, for a test or a terminal. */
  readonly message: string
}

/**
 * Options of `findDrift`.
 *
 * @example
 * const options: DriftOptions = {types: [{name: 'swatch', type: 'object', fields: [{name: 'hex', type: 'string'}]}]}
 */
export interface DriftOptions {
  /** Types that plugins of the Studio add to its schema, when added fields have them. */
  readonly types?: readonly object[]
}

/**
 * Compares the views of an extension with its fields of the Studio: each query is evaluated with the types of the
 * compiled schema. Without it, a renamed field or a new choice is first seen in the problems of a site.
 *
 * Formats are compared by what JSON has: a view with `z.url()` fits a text. Needs `@sanity/schema` and `groq-js`, so
 * call it in a test.
 *
 * @returns an empty list when they agree
 * @throws TypeError when the fields do not fit into the schema, see `schemaTypesWith`
 * @example
 * const extension = defineExtension({
 *   fields: {
 *     touchpoint: {
 *       fields: [{name: 'level', type: 'string'}],
 *       view: z.object({level: z.number().nullable()}),
 *     },
 *   },
 * })
 * findDrift(extension) // [{documentType: 'touchpoint', path: 'level', stored: 'string', viewed: 'number', …}]
 */
export function findDrift(
  extension: Extension & SchemaExtension,
  {types = []}: DriftOptions = {},
): readonly Drift[] {
  const compiled = Schema.compile({
    name: 'extended',
    types: [...builtinTypes, ...schemaTypesWith(extension), ...types],
  })
  const schema = extractSchema(compiled, {enforceRequiredFields: true})
  const {fields = {}, documents = {}} = extension
  const views = Object.entries<{readonly view?: z.core.$ZodObject | undefined}>({
    ...fields,
    ...documents,
  })
  return views.flatMap(([documentType, {view}]) => {
    if (!view) return []
    const differences = (part: z.core.$ZodObject) =>
      differencesOf(part, `*[_type == ${JSON.stringify(documentType)}]${projection(part)}`, schema)
    const found = () => {
      try {
        return differences(view)
      } catch (error) {
        requireGroq(documentType, view, differences)
        throw error
      }
    }
    return found().map(({path, stored, viewed, text}) => ({
      documentType,
      path,
      stored,
      viewed,
      message: `${documentType}${path === '' ? '' : `.${path}`}: ${text}. Change the view or the field.`,
    }))
  })
}

/** An error of groq-js is about the whole query. @throws TypeError with the property that causes it */
function requireGroq(
  type: string,
  view: z.core.$ZodObject,
  evaluate: (part: z.core.$ZodObject) => unknown,
): void {
  for (const [name, property] of Object.entries(view._zod.def.shape)) {
    try {
      evaluate(z.object({[name]: property}))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new TypeError(
        `The GROQ of ${type}.${name} cannot be evaluated: ${reason}. Correct its computed, where or when.`,
        {cause: error},
      )
    }
  }
}
