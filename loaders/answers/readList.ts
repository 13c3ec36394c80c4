import type * as z from 'zod/mini'

import type {DocumentProblem} from '../problems.ts'
import {readDocument, type ReadingOptions} from './readDocument.ts'

/** Reads a list item by item: what breaks the view is named in `problems`, the rest is answered. */
export function readList<View extends z.ZodMiniType>(
  view: View,
  items: unknown,
  options: ReadingOptions = {},
): {items: z.output<View>[]; problems: DocumentProblem[]} {
  const found: z.output<View>[] = []
  const problems: DocumentProblem[] = []
  for (const item of Array.isArray(items) ? items : []) {
    const reading = readDocument(view, item, options)
    if (reading.value !== undefined) found.push(reading.value)
    problems.push(...reading.problems)
  }
  return {items: found, problems}
}
