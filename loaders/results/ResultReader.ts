import type {DocumentProblem} from '@touchpoints/calendar'
import type * as z from 'zod/mini'

import type {Audience} from '../audience/audience.ts'
import {withhold} from '../audience/withhold.ts'
import {propertyAt} from './path.ts'
import type {Read} from './readDocument.ts'

/**
 * Reads the lists of one query result, item by item, and collects the problems. What visitors must not
 * see is removed here, before anything is returned.
 */
export class ResultReader {
  readonly #result: unknown
  readonly #read: Read
  readonly #audience: Audience
  /** By text, so that a document in several lists is one problem. */
  readonly #problems = new Map<string, DocumentProblem>()

  /** @param read - `readDocument`, which is strict, or the lenient reader of a preview */
  constructor(result: unknown, {read, audience}: {read: Read; audience: Audience}) {
    this.#result = result
    this.#read = read
    this.#audience = audience
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
      if (value !== undefined) {
        if (this.#audience !== 'members') withhold(value)
        valid.push(value)
      }
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
