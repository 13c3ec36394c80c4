import type {DocumentProblem} from '@touchpoints/calendar'
import {pathText} from '@touchpoints/schemas/path-text'
import type * as z from 'zod/mini'

import {isForMembers} from '../audience/isForMembers.ts'
import {advice} from './advice.ts'
import {cleanText} from './cleanText.ts'
import {locate, type Place} from './locate.ts'
import {parseView} from './parseView.ts'
import {type Path, propertyAt, valueAt} from './path.ts'
import {studioLink} from './studioLink.ts'
import {unfit, validValue} from './validValue.ts'

export interface Reading<Value> {
  /** Undefined when the document does not fit its view. */
  value: Value | undefined
  /** What the view made the value of: the item without the parts that are left out. */
  source?: unknown
  problems: DocumentProblem[]
}

/** A function that reads documents, with its options applied. */
export type Read = <View extends z.core.$ZodType>(
  view: View,
  item: unknown,
) => Reading<z.core.output<View>>

export interface ReadingOptions {
  /** Address of the Studio, so that problems link to documents. */
  studioUrl?: string | undefined
}

/**
 * Validates one item of a query result.
 *
 * A document with a fault is left out. When the fault is in a member of a list, only that member is left
 * out, unless the list is `complete`. When it is in a referenced document, only that one is left out, if the
 * view allows it (a member of a list, or a value that may be null). So one broken guest does not remove every
 * session they attended, and one bad region does not remove the name of the community.
 */
export function readDocument<View extends z.core.$ZodType>(
  view: View,
  item: unknown,
  options: ReadingOptions = {},
): Reading<z.core.output<View>> {
  const valid = validValue(view, item)
  if (isOutput(view, valid)) return {value: valid, source: item, problems: []}
  const problems: DocumentProblem[] = []
  let value = cleanText(item)
  for (;;) {
    const result = parseView(view, value)
    if (result.success) return {value: result.data, source: value, problems}
    const faults = result.issues.map((issue) => ({
      issue,
      place: locate(view, value, issue.path),
    }))
    for (const {issue, place} of faults) problems.push(problemOf(issue, place, value, options))
    const removable = faults.flatMap(({place: {removable: path}}) =>
      // A value that is null already cannot be removed again.
      path && isPresent(valueAt(value, path)) ? [path] : [],
    )
    if (removable.length < faults.length) return {value: undefined, problems}
    value = without(value, removable)
  }
}

/** The result of a view's own reader is `unfit`, or what the view returns. */
function isOutput<View extends z.core.$ZodType>(
  _: View,
  value: unknown,
): value is z.core.output<View> {
  return value !== unfit
}

/** In place of a text of a members' meeting. */
const hidden = '…'

/**
 * Describes one fault as a problem.
 *
 * @param options - `preview`: the document is shown in spite of the fault
 */
export function problemOf(
  issue: z.core.$ZodIssue,
  place: Place,
  value: unknown,
  {studioUrl, preview = false}: ReadingOptions & {preview?: boolean},
): DocumentProblem {
  // A fault that cannot be removed is reported for the document that is left out because of it.
  const own = preview || place.removable !== undefined
  const owner = own ? place.document : value
  const path = own ? issue.path.slice(place.documentPath.length) : issue.path
  const leftOut = nameOf(owner)
  // A member of a list of this document, and not the document.
  const isMember =
    place.removable !== undefined && place.removable.length > place.documentPath.length
  const faulty = nameOf(place.document)
  const where = place.document === owner ? '' : ` The value is in the ${faulty.type} ${faulty.id}.`
  const found = valueAt(value, issue.path)
  // A misspelled join link is a join link.
  const isSecret = isForMembers(value) || isForMembers(place.document)
  const shown = isSecret && typeof found === 'string' ? hidden : found
  return {
    kind: 'document',
    documentId: leftOut.id,
    documentType: leftOut.type,
    path: pathText(path),
    message:
      `${advice(issue, path, shown, place.followed)}${where} ` +
      (preview
        ? 'The preview shows a placeholder. Visitors would not see this document.'
        : `Correct it in the Studio and publish. Until then this ${isMember ? 'item of the list' : leftOut.type} is left out.`),
    ...(studioUrl && {studioUrl: studioLink(studioUrl, faulty)}),
  }
}

function nameOf(document: unknown): {id: string; type: string} {
  const id = propertyAt(document, '_id')
  const type = propertyAt(document, '_type')
  return {
    id: typeof id === 'string' ? id : '',
    type: typeof type === 'string' ? type : 'document',
  }
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined
}

/** Returns a copy without these values: members of lists are removed, other values become null. */
function without(value: unknown, places: readonly Path[]): unknown {
  const copy: unknown = structuredClone(value)
  const once = new Map(places.map((path) => [pathText(path), path]))
  // From the end and from the inside, so that a removal does not move what is removed later.
  for (const path of [...once.values()].sort(fromTheBack)) {
    const parent = valueAt(copy, path.slice(0, -1))
    const key = path.at(-1)
    if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1)
    else if (typeof parent === 'object' && parent !== null && key !== undefined) {
      Reflect.set(parent, key, null)
    }
  }
  return copy
}

function fromTheBack(a: Path, b: Path): number {
  if (a.length !== b.length) return b.length - a.length
  const differs = a.findIndex((key, index) => key !== b[index])
  return Number(b[differs] ?? 0) - Number(a[differs] ?? 0) || 0
}
