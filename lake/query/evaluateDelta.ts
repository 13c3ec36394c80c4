import type {JsonObject} from '../json.ts'
import {compileQuery, type Slice} from './compileQuery.ts'
import {DocumentIndex} from './documentIndex.ts'
import {type DocumentChange, evaluateQuery, type QueryContext} from './evaluateQuery.ts'

export interface DeltaOptions extends DocumentChange {
  params?: JsonObject
  /** Runs a part of the job, and limits its time. */
  slice: Slice
  /** The documents that `*` and `->` read. Defaults to none. */
  index?: DocumentIndex
  context: QueryContext
}

/**
 * Evaluates the filter or the projection of a webhook: GROQ in the scope of a changed document.
 *
 * `@` is the document after the change, or before it if the change deleted the document. The expression
 * can use `before()`, `after()`, `delta::operation()`, `delta::changedAny(selector)` and
 * `delta::changedOnly(selector)`.
 *
 * @param expression such as `_type == "post" && delta::changedAny((title, slug))` or `{_id, title}`
 * @returns the value of the expression. A filter matches if it is `true`
 * @throws QuerySyntaxFault if the expression does not parse
 * @throws QueryFault if it cannot be evaluated
 *
 * @example
 * evaluateDelta('delta::changedAny(title)', {before, after, slice: (job) => job(), context})
 */
export function evaluateDelta(
  expression: string,
  {params = {}, slice, index = new DocumentIndex(), context, ...change}: DeltaOptions,
): unknown {
  const compiled = compileQuery(expression, params, slice, 'delta')
  return slice(() => evaluateQuery(compiled, params, index, context, change).result)
}
