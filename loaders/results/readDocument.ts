import type {DocumentProblem} from '@touchpoints/calendar'
import {pathText} from '@touchpoints/schemas/path-text'
import * as z from 'zod/mini'

import {advice} from './advice.ts'
import {cleanStega} from './cleanStega.ts'
import {locate, type Place} from './locate.ts'
import {type Path, propertyAt, valueAt} from './path.ts'
import {studioLink} from './studioLink.ts'

export interface Reading<Value> {
  /** Undefined when the document breaks its view. */
  value: Value | undefined
  problems: DocumentProblem[]
}

/** A way to read documents, with its options in it. */
export type Read = <View extends z.ZodMiniType>(
  view: View,
  item: unknown,
) => Reading<z.output<View>>

export interface ReadingOptions {
  /** Where the Studio is, so that a problem can link to its document. */
  studioUrl?: string | undefined
}

/**
 * Validates one item of a query's answer.
 *
 * A fault in the document itself leaves it out. A fault in a document that it refers to leaves only
 * that one out where the view allows it (a member of a list, a value that may be null), so one broken
 * guest does not take every session they came to off the page.
 */
export function readDocument<View extends z.ZodMiniType>(
  view: View,
  item: unknown,
  options: ReadingOptions = {},
): Reading<z.output<View>> {
  const problems: DocumentProblem[] = []
  let value = cleanStega(item)
  for (;;) {
    const result = z.safeParse(view, value)
    if (result.success) return {value: result.data, problems}
    const faults = result.error.issues.map((issue) => ({
      issue,
      place: locate(view, value, issue.path),
    }))
    for (const {issue, place} of faults) problems.push(problemOf(issue, place, value, options))
    const removable = faults.flatMap(({place}) => (place.removable ? [place.removable] : []))
    if (removable.length < faults.length) return {value: undefined, problems}
    value = without(value, removable)
  }
}

/** @param options - `preview`: the document is shown all the same */
export function problemOf(
  issue: z.core.$ZodIssue,
  place: Place,
  value: unknown,
  {studioUrl, preview = false}: ReadingOptions & {preview?: boolean},
): DocumentProblem {
  // A fault that cannot be cut out is told of the document that is left out because of it.
  const own = preview || place.removable !== undefined
  const owner = own ? place.document : value
  const path = own ? issue.path.slice(place.documentPath.length) : issue.path
  const leftOut = nameOf(owner)
  const mended = nameOf(place.document)
  const where = place.document === owner ? '' : ` It stands in the ${mended.type} ${mended.id}.`
  return {
    kind: 'document',
    documentId: leftOut.id,
    documentType: leftOut.type,
    path: pathText(path),
    message:
      `${advice(issue, path, valueAt(value, issue.path), place.followed)}${where} ` +
      (preview
        ? 'The preview shows a stand-in; visitors would not see this document.'
        : `Correct it in the Studio and publish; until then this ${leftOut.type} is left out.`),
    ...(studioUrl && {studioUrl: studioLink(studioUrl, mended)}),
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

/** A copy without these: members of lists are taken out, other values become null. */
function without(value: unknown, places: readonly Path[]): unknown {
  const copy: unknown = structuredClone(value)
  const once = new Map(places.map((path) => [pathText(path), path]))
  // From the back and from within, so that what is taken out does not move what is still to go.
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
