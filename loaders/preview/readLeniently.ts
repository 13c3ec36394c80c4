import {pathText} from '@touchpoints/schemas/path-text'
import * as z from 'zod/mini'

import {cleanStega} from '../results/cleanStega.ts'
import {locate, type Place} from '../results/locate.ts'
import {valueAt, type Path} from '../results/path.ts'
import {problemOf, type Reading, type ReadingOptions} from '../results/readDocument.ts'
import {schemaWithin} from '../views/source.ts'
import {rememberOrigins} from './origins.ts'
import {scalarOf} from './scalarOf.ts'
import {repairedText, placeholderOf} from './placeholders.ts'

/** Each round mends what the one before made visible; views are about six levels deep. */
const rounds = 20

/**
 * Reads a document that may not be ready: what is missing or broken gets a stand-in and is named in
 * `problems`, so an editor sees the page as it will be and where it is not.
 *
 * The strict view alone decides what is right; this only answers its faults. So there is one view, and
 * what comes out is of the very same type.
 */
export function readLeniently<View extends z.ZodMiniType>(
  view: View,
  item: unknown,
  options: ReadingOptions & {now: () => string},
): Reading<z.output<View>> {
  const found = new Map<string, Reading<never>['problems'][number]>()
  const standing: string[] = []
  let value: unknown = structuredClone(cleanStega(item))
  for (let round = 0; round < rounds; round++) {
    const result = z.safeParse(view, value)
    if (result.success) {
      rememberOrigins(view, value, result.data, options.studioUrl)
      return {value: result.data, problems: [...found.values()]}
    }
    const faults = result.error.issues.map((issue) => ({
      issue,
      place: locate(view, value, issue.path),
      text: pathText(issue.path),
    }))
    for (const {issue, place, text} of faults) {
      if (standing.some((path) => text.startsWith(path))) continue
      found.set(text, problemOf(issue, place, value, {...options, preview: true}))
    }
    // From the back, so that a member that is taken out does not move one that is still to mend.
    for (const {issue, place, text} of faults.toReversed()) {
      if (mend(value, issue.path, place, options.now()) === 'stand-in') standing.push(text)
    }
  }
  return {value: undefined, problems: [...found.values()]}
}

/** Puts something right in the fault's place. @returns whether it is a whole made-up object */
function mend(value: unknown, path: Path, {schema}: Place, now: string): 'mended' | 'stand-in' {
  const key = path.at(-1)
  const parent = valueAt(value, path.slice(0, -1))
  if (key === undefined || typeof parent !== 'object' || parent === null) return 'mended'
  if (Array.isArray(parent) && typeof key === 'number') {
    parent.splice(key, 1)
    return 'mended'
  }
  if (!schema) return 'mended'
  const within = schemaWithin(schema)
  const scalar = scalarOf(within)
  const text = repairedText(scalar, Reflect.get(parent, key))
  const nothing = schema instanceof z.ZodMiniOptional ? undefined : null
  const open = schema instanceof z.ZodMiniNullable || schema instanceof z.ZodMiniOptional
  const standIn = open ? nothing : placeholderOf(within, scalar, {property: String(key), now})
  Reflect.set(parent, key, text ?? standIn)
  return typeof standIn === 'object' && standIn !== null ? 'stand-in' : 'mended'
}
