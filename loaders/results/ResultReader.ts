import type {DocumentProblem} from '@touchpoints/calendar'
import type * as z from 'zod/mini'

import {propertyAt} from './path.ts'
import type {Read} from './readDocument.ts'

/** Reads the lists of one query result, item by item, and collects the problems. */
export class ResultReader {
  readonly #result: unknown
  readonly #read: Read
  /** By text, so that a document in several lists is one problem. */
  readonly #problems = new Map<string, DocumentProblem>()

  /** @param read - `readDocument`, which is strict, or the lenient reader of a preview */
  constructor(result: unknown, {read}: {read: Read}) {
    this.#result = result
    this.#read = read
  }

  get problems(): DocumentProblem[] {
    return [...this.#problems.values()]
  }

  /** Returns the valid items of a list. Others are reported in `problems`. */
  list<View extends z.ZodMiniType>(name: string, view: View): z.output<View>[] {
    const items: unknown = propertyAt(this.#result, name)
    const valid: z.output<View>[] = []
    for (const item of Array.isArray(items) ? items : []) {
      const {value, problems} = this.#read(view, item)
      if (value !== undefined) valid.push(value)
      for (const problem of problems) this.report(problem)
    }
    return valid
  }

  count(name: string): number {
    const count: unknown = propertyAt(this.#result, name)
    return typeof count === 'number' ? count : 0
  }

  report(problem: DocumentProblem) {
    this.#problems.set(`${problem.documentId} ${problem.path} ${problem.message}`, problem)
  }
}
