import {pathText} from '@touchpoints/schemas/path-text'
import type * as z from 'zod/mini'

import {cleanText} from '../results/cleanText.ts'
import {locate, type Place} from '../results/locate.ts'
import {parseView, takes} from '../results/parseView.ts'
import {valueAt, type Path} from '../results/path.ts'
import {problemOf, type Reading, type ReadingOptions} from '../results/readDocument.ts'
import {isType} from '../views/isType.ts'
import {schemaWithin} from '../views/source.ts'
import {examplesOf} from './examples.ts'
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
    const result = parseView(view, value)
    if (result.success) {
      rememberOrigins(view, value, result.data, options.studioUrl)
      return {value: result.data, problems: [...problems.values()]}
    }
    const faults = result.issues.map((issue) => ({
      issue,
      place: locate(view, value, issue.path),
      text: pathText(issue.path),
    }))
    const seen = value
    const isKnown = (text: string) => replaced.some((path) => text.startsWith(path))
    const report = ({issue, place, text}: Fault, preview: boolean) => {
      if (isKnown(text)) return
      problems.set(text, problemOf(issue, place, seen, {...options, preview}))
    }
    for (const fault of faults) report(fault, true)
    // From the end, so that removing a member does not move one that is repaired later.
    for (const fault of faults.toReversed()) {
      const repair = repairOf(view, seen, fault.issue.path, options.now())
      if (repair.kind === 'impossible') {
        report(fault, false)
        return {value: undefined, problems: [...problems.values()]}
      }
      if (repair.kind === 'made-up') replaced.push(fault.text)
      repair.apply()
    }
  }
  return {value: undefined, problems: [...problems.values()]}
}

interface Fault {
  issue: z.core.$ZodIssue
  place: Place
  text: string
}

/** How to make an invalid value valid. `made-up`: an object or a list. Faults within it are no news. */
type Repair = {kind: 'repaired' | 'made-up'; apply(): void} | {kind: 'impossible'}

function repairOf(view: z.core.$ZodType, value: unknown, issue: Path, now: string): Repair {
  const path = describedPart(view, value, issue)
  const {schema} = locate(view, value, path)
  const key = path.at(-1)
  if (key === undefined || !schema) return {kind: 'impossible'}
  const set = (replacement: unknown, kind: 'repaired' | 'made-up' = 'repaired'): Repair => ({
    kind,
    apply: () => replace(value, path, replacement),
  })
  if (typeof key === 'number') return set(undefined)
  const within = schemaWithin(schema)
  const scalar = scalarOf(within)
  const text = repairedText(scalar, valueAt(value, path))
  if (text !== undefined) return set(text)
  if (takes(schema, null)) return set(null)
  if (takes(schema, undefined)) return set(undefined)
  const position = {property: String(key), now}
  const placeholder = placeholderOf(within, scalar, position)
  // An empty object or list is repaired in the next round.
  const isMadeUp = isType(within, 'object') || isType(within, 'array')
  if (isMadeUp && !isEmpty(valueAt(value, path))) return set(placeholder, 'made-up')
  const fitting = [placeholder, ...examplesOf(within, position)].find((each) => takes(schema, each))
  if (fitting !== undefined) return set(fitting)
  // What contains it can be left out, if that is a member of a list or may be null.
  for (let length = path.length - 1; length > 0; length--) {
    const outer = path.slice(0, length)
    const {schema: container} = locate(view, value, outer)
    const isRemovable = typeof outer.at(-1) === 'number' || (container && takes(container, null))
    if (isRemovable) return {kind: 'repaired', apply: () => replace(value, outer, null)}
  }
  return {kind: 'impossible'}
}

/** Returns the part of a path that the view describes: nothing says what a part of a union has to be. */
function describedPart(view: z.core.$ZodType, value: unknown, path: Path): Path {
  const lengths = path.map((_, index) => path.length - index)
  const length = lengths.find((each) => locate(view, value, path.slice(0, each)).schema) ?? 0
  return path.slice(0, length)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** Sets a value, or removes a member of a list. */
function replace(value: unknown, path: Path, replacement: unknown) {
  const key = path.at(-1)
  const parent = valueAt(value, path.slice(0, -1))
  if (key === undefined || typeof parent !== 'object' || parent === null) return
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1)
  else Reflect.set(parent, key, replacement)
}
