import {pathText} from '@touchpoints/schemas/path-text'
import * as z from 'zod/mini'

import {cleanText} from '../results/cleanText.ts'
import {locate, type Place} from '../results/locate.ts'
import {valueAt, type Path} from '../results/path.ts'
import {problemOf, type Reading, type ReadingOptions} from '../results/readDocument.ts'
import {schemaWithin} from '../views/source.ts'
import {rememberOrigins} from './origins.ts'
import {scalarOf} from './scalarOf.ts'
import {repairedText, placeholderOf} from './placeholders.ts'

/** Each round repairs what the previous one revealed. Views are about six levels deep. */
const rounds = 20

/**
 * Reads a document that may be unfinished. Missing and invalid values get a placeholder and are reported
 * in `problems`, so that an editor sees both the page and its gaps.
 *
 * Only the strict view decides what is valid, and this repairs its faults. So there is a single view, and
 * the result has the same type.
 */
export function readLeniently<View extends z.core.$ZodType>(
  view: View,
  item: unknown,
  options: ReadingOptions & {now: () => string},
): Reading<z.core.output<View>> {
  const problems = new Map<string, Reading<never>['problems'][number]>()
  const replaced: string[] = []
  let value: unknown = structuredClone(cleanText(item))
  for (let round = 0; round < rounds; round++) {
    const result = z.safeParse(view, value)
    if (result.success) {
      rememberOrigins(view, value, result.data, options.studioUrl)
      return {value: result.data, problems: [...problems.values()]}
    }
    const faults = result.error.issues.map((issue) => ({
      issue,
      place: locate(view, value, issue.path),
      text: pathText(issue.path),
    }))
    for (const {issue, place, text} of faults) {
      if (replaced.some((path) => text.startsWith(path))) continue
      problems.set(text, problemOf(issue, place, value, {...options, preview: true}))
    }
    // From the end, so that removing a member does not move one that is repaired later.
    for (const {issue, place, text} of faults.toReversed()) {
      if (repair(value, issue.path, place, options.now()) === 'placeholder') replaced.push(text)
    }
  }
  return {value: undefined, problems: [...problems.values()]}
}

/** Replaces an invalid value. @returns `placeholder` when an object or a list was made up */
function repair(
  value: unknown,
  path: Path,
  {schema}: Place,
  now: string,
): 'repaired' | 'placeholder' {
  const key = path.at(-1)
  const parent = valueAt(value, path.slice(0, -1))
  if (key === undefined || typeof parent !== 'object' || parent === null) return 'repaired'
  if (Array.isArray(parent) && typeof key === 'number') {
    parent.splice(key, 1)
    return 'repaired'
  }
  if (!schema) return 'repaired'
  const within = schemaWithin(schema)
  const scalar = scalarOf(within)
  const text = repairedText(scalar, Reflect.get(parent, key))
  const empty = schema instanceof z.core.$ZodOptional ? undefined : null
  const isOptional = schema instanceof z.core.$ZodNullable || schema instanceof z.core.$ZodOptional
  const placeholder = isOptional
    ? empty
    : placeholderOf(within, scalar, {property: String(key), now})
  Reflect.set(parent, key, text ?? placeholder)
  return typeof placeholder === 'object' && placeholder !== null ? 'placeholder' : 'repaired'
}
