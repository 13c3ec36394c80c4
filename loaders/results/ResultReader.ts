import type {DocumentProblem} from '@touchpoints/calendar'
import type * as z from 'zod/mini'

import type {Audience} from '../audience/audience.ts'
import {isForMembers} from '../audience/isForMembers.ts'
import {secretPlaces} from '../audience/secretPlaces.ts'
import {forgetLink} from '../audience/withheldLinks.ts'
import {withhold} from '../audience/withhold.ts'
import {QueryError} from '../errors.ts'
import type {AddedFields} from '../extension/addedFieldsPort.ts'
import type {FilterProblem, RuleProblem} from '../problems.ts'
import {propertyAt} from './path.ts'
import {labelsOf, withLabels} from './labels.ts'
import type {Read} from './readDocument.ts'

type ReadProblem = DocumentProblem | RuleProblem | FilterProblem

export interface ResultReaderOptions {
  /** `readDocument`, which is strict, or the lenient reader of a preview. */
  read: Read
  audience: Audience
  /** Handles added fields. A loader without an extension has none. */
  added: AddedFields | undefined
  /** Whether the result is an earlier one, after what visitors must not see was removed. */
  isCopy?: boolean
}

/**
 * Reads the lists of one query result, item by item, and collects the problems. What visitors must not
 * see is removed here, before anything is returned.
 */
export class ResultReader {
  readonly #result: unknown
  readonly #read: Read
  readonly #audience: Audience
  readonly #added: AddedFields | undefined
  readonly #isCopy: boolean
  /** Translations of the words that many documents have. An earlier result has none, and is translated. */
  readonly #labels: ReadonlyMap<string, string>
  /** By text, so that a document in several lists is one problem. */
  readonly #problems = new Map<string, ReadProblem>()
  /** What was read: valid items only. */
  readonly parts = {
    lists: new Map<string, readonly unknown[]>(),
    counts: new Map<string, number>(),
  }

  constructor(result: unknown, {read, audience, added, isCopy = false}: ResultReaderOptions) {
    this.#isCopy = isCopy
    this.#labels = labelsOf(propertyAt(result, 'labels'))
    this.#result = result
    this.#read = read
    this.#audience = audience
    this.#added = added
  }

  get problems(): ReadProblem[] {
    return [...this.#problems.values()]
  }

  /**
   * Returns the valid items of a list. Others are reported in `problems`.
   *
   * @throws QueryError when the result has no such list, because it would look like an empty one
   */
  list<View extends z.core.$ZodType>(name: string, view: View): z.core.output<View>[] {
    const items: unknown = propertyAt(this.#result, name)
    if (!Array.isArray(items)) throw incomplete(name)
    if (!items.every(isDocument)) throw wrongShape('something else in place of a document')
    const added = this.#added?.(view)
    const isPublic = this.#audience !== 'members'
    const valid: z.core.output<View>[] = []
    const stored: unknown[] = []
    for (const item of items) {
      const own: unknown = added && isPublic ? added.withheld(item) : item
      const {value, source, problems} = this.#read(view, withLabels(view, own, this.#labels))
      if (value !== undefined) {
        const attach = added?.detach(value)
        if (isPublic) withhold(value, secretPlaces(view))
        attach?.()
        if (this.#isCopy && isForMembers(value)) forgetLink(Object(value))
        valid.push(value)
        stored.push(added ? added.stored(value, source) : value)
      }
      for (const problem of problems) this.report(problem)
    }
    this.parts.lists.set(name, stored)
    return valid
  }

  /**
   * Returns the valid items of a list that a custom view describes. It can rename and transform values, so what
   * visitors must not see is removed before it reads them.
   *
   * @param withheld - returns an item without that. It may change the item
   */
  customList<View extends z.core.$ZodType>(
    name: string,
    view: View,
    withheld: (item: unknown) => unknown,
  ): z.core.output<View>[] {
    const found: unknown = propertyAt(this.#result, name)
    if (!Array.isArray(found)) throw incomplete(name)
    const isPublic = this.#audience !== 'members'
    // A client can return one result to two callers, so only a copy is changed.
    const copy: unknown[] = isPublic ? structuredClone(found) : found
    const items = copy.map((item) => {
      const own = isPublic ? withheld(item) : item
      return withLabels(view, own, this.#labels)
    })
    const valid: z.core.output<View>[] = []
    for (const item of items) {
      const {value, problems} = this.#read(view, item)
      if (value !== undefined) valid.push(value)
      for (const problem of problems) this.report(problem)
    }
    this.parts.lists.set(name, items)
    return valid
  }

  count(name: string): number {
    const count: unknown = propertyAt(this.#result, name)
    if (typeof count !== 'number') throw incomplete(name)
    this.parts.counts.set(name, count)
    return count
  }

  report(problem: ReadProblem) {
    const place = problem.kind === 'filter' ? '' : `${problem.documentId} ${problem.path} `
    this.#problems.set(`${place}${problem.message}`, problem)
  }
}

function isDocument(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

function incomplete(name: string): QueryError {
  return wrongShape(`no ${name}`)
}

/** @param found - what the answer has, or lacks */
export function wrongShape(found: string): QueryError {
  return new QueryError(
    'invalid-answer',
    `The Content Lake's answer is not of the expected shape: it has ${found}. Check that apiHost is the address of a Content Lake, and that nothing between changes its answers.`,
    {detail: found},
  )
}
