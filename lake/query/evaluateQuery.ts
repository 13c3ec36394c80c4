import {
  type AnyStaticValue,
  type DereferenceFunction,
  type EvaluateOptions,
  evaluateSync,
  type ExprNode,
  toJS,
} from 'groq-js'
import {QueryFault} from '../faults.ts'
import type {StoredDocument} from '../document.ts'
import type {JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {ConstantValues, constantsParameter} from './constantSubqueries.ts'
import type {CompiledQuery} from './compileQuery.ts'
import type {DocumentIndex} from './documentIndex.ts'
import {candidatesFor, type Dependencies, isCandidates, noDependencies} from './narrowing.ts'

export interface QueryContext {
  projectId: string
  dataset: string
  /** The result of `identity()`. */
  identity: string
  /** The result of `now()`. */
  now: Date
}

/** The document that a query is about, before and after a change. */
export interface DocumentChange {
  /** Undefined if the change created the document. */
  before: StoredDocument | undefined
  /** Undefined if the change deleted the document. */
  after: StoredDocument | undefined
}

export interface QueryResult {
  result: unknown
  dependencies: Dependencies
}

/**
 * Evaluates GROQ over the documents of one perspective.
 *
 * Uses groq-js's synchronous evaluation. It scans 100,000 documents in a quarter of the time of the
 * asynchronous one (bench/lake), and no write can happen in between.
 *
 * @param change what `before()` and `after()` return, for a query compiled in the delta mode. Its newest
 * revision is `@`.
 * @throws QueryFault if the query uses a feature that groq-js lacks
 */
export function evaluateQuery(
  {query, tree, scans}: CompiledQuery,
  params: JsonObject,
  index: DocumentIndex,
  context: QueryContext,
  change?: DocumentChange,
): QueryResult {
  const dependencies = noDependencies(scans)
  try {
    const value = evaluator(params, index, context, dependencies, change)(tree)
    return {result: toJS(value) ?? null, dependencies}
  } catch (error) {
    throw new QueryFault(query, reasonOf(error))
  }
}

/** Returns a function that evaluates trees over the same documents, and records what they read. */
export function evaluator(
  params: JsonObject,
  index: DocumentIndex,
  context: QueryContext,
  dependencies: Dependencies,
  change?: DocumentChange,
): (tree: ExprNode) => AnyStaticValue {
  const options: EvaluateOptions = {
    dataset: index.all(),
    params: {...params, [constantsParameter]: new ConstantValues()},
    root: change?.after ?? change?.before,
    before: change?.before,
    after: change?.after,
    identity: context.identity,
    timestamp: context.now,
    sanity: {projectId: context.projectId, dataset: context.dataset},
    dereference: ({_ref: id}) => {
      const target = isCandidates(id) ? candidatesFor(id, index, dependencies) : index.byId(id)
      if (!isCandidates(id)) dependencies.ids.add(id)
      return isDereferenced(target) ? target : null
    },
  }
  return (tree) => evaluateSync(tree, options)
}

type Dereferenced = Awaited<ReturnType<DereferenceFunction>> & object

/** groq-js accepts any value from a dereference, but its type allows only a document. */
function isDereferenced(value: unknown): value is Dereferenced {
  return typeof value === 'object' && value !== null
}
