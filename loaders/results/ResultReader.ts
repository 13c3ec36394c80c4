import type {DocumentProblem} from '@touchpoints/calendar'
import type * as z from 'zod/mini'

import {propertyAt} from './path.ts'
import type {Read} from './readDocument.ts'

/** Reads the lists of one query's answer, item by item, and keeps what is wrong with any of them. */
export class ResultReader {
  readonly #answer: unknown
  readonly #read: Read
  /** By its text: a document that stands in several lists is one problem. */
  readonly #problems = new Map<string, DocumentProblem>()

  /** @param read - strictly or leniently: `readDocument` or a preview's way */
  constructor(answer: unknown, {read}: {read: Read}) {
    this.#answer = answer
    this.#read = read
  }

  get problems(): DocumentProblem[] {
    return [...this.#problems.values()]
  }

  /** What breaks the view is left out and named in `problems`. */
  list<View extends z.ZodMiniType>(name: string, view: View): z.output<View>[] {
    const items: unknown = propertyAt(this.#answer, name)
    const found: z.output<View>[] = []
    for (const item of Array.isArray(items) ? items : []) {
      const {value, problems} = this.#read(view, item)
      if (value !== undefined) found.push(value)
      for (const problem of problems) this.report(problem)
    }
    return found
  }

  count(name: string): number {
    const count: unknown = propertyAt(this.#answer, name)
    return typeof count === 'number' ? count : 0
  }

  report(problem: DocumentProblem) {
    this.#problems.set(`${problem.documentId} ${problem.path} ${problem.message}`, problem)
  }
}
