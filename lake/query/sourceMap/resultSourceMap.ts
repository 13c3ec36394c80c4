import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../../json.ts'
import type {CompiledQuery} from '../compileQuery.ts'
import type {DocumentIndex} from '../documentIndex.ts'
import {evaluator, type QueryContext} from '../evaluateQuery.ts'
import {noDependencies} from '../narrowing.ts'
import {annotate, type AnnotateOptions} from './annotate.ts'
import {type FindDocument, type Origin, unknown} from './origin.ts'
import type {ArraySteps} from './pathResolver.ts'
import {type ContentSourceMap, sourceMap} from './sourceMap.ts'

/**
 * Returns the source map of the result of a query.
 *
 * Evaluates the query a second time, with origins, so it takes as long as the query, and up to three
 * times as long for a result with 20,000 documents. The result itself stays that of the first evaluation.
 *
 * @param result what `evaluateQuery` returned for the other arguments
 */
export function resultSourceMap(
  {tree}: Pick<CompiledQuery, 'tree'>,
  params: JsonObject,
  index: DocumentIndex,
  context: QueryContext,
  result: unknown,
  arraySteps: ArraySteps,
): ContentSourceMap {
  const evaluate = evaluator(params, index, context, noDependencies())
  const findDocument: FindDocument = (value) => {
    const id: unknown = typeof value === 'object' && value !== null && Reflect.get(value, '_id')
    const document = typeof id === 'string' ? index.byId(id) : undefined
    return document === value ? document : undefined
  }
  const origin = originOf(tree, {evaluate: (node) => evaluate(node).data, findDocument})
  return sourceMap({value: result, origin}, {arraySteps, findDocument})
}

/** A part of a query can fail on its own where the whole query does not. Then nothing is mapped. */
function originOf(tree: ExprNode, options: AnnotateOptions): Origin {
  try {
    return annotate(tree, options).origin
  } catch {
    return unknown
  }
}
