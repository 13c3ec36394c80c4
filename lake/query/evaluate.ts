import {type DereferenceFunction, evaluateSync, toJS} from 'groq-js'
import {QueryFault} from '../faults.ts'
import type {JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {compileQuery} from './compile.ts'
import type {DocumentIndex} from './documentIndex.ts'
import {candidatesFor, type Dependencies, isCandidates} from './narrowing.ts'

export interface QueryContext {
  projectId: string
  dataset: string
  /** What `identity()` gives. */
  identity: string
  /** What `now()` gives. */
  now: Date
}

export interface QueryResult {
  result: unknown
  dependencies: Dependencies
}

/**
 * Evaluates GROQ over what one perspective shows.
 *
 * groq-js's synchronous evaluation: a scan of 100,000 documents takes a quarter of the time of the
 * asynchronous one (bench/lake), and no write can come in between.
 *
 * @throws QuerySyntaxFault, QueryFault for GROQ that does not parse or uses what groq-js has not got.
 */
export function evaluateQuery(
  query: string,
  params: JsonObject,
  index: DocumentIndex,
  context: QueryContext,
): QueryResult {
  const {tree, scans} = compileQuery(query, params)
  const dependencies: Dependencies = {
    ids: new Set(),
    types: new Set(),
    references: new Set(),
    everything: scans,
  }
  try {
    const value = evaluateSync(tree, {
      dataset: index.all(),
      params,
      identity: context.identity,
      timestamp: context.now,
      sanity: {projectId: context.projectId, dataset: context.dataset},
      dereference: ({_ref: id}) => {
        const found = isCandidates(id) ? candidatesFor(id, index, dependencies) : index.byId(id)
        if (!isCandidates(id)) dependencies.ids.add(id)
        return isDereferenced(found) ? found : null
      },
    })
    return {result: toJS(value) ?? null, dependencies}
  } catch (error) {
    throw new QueryFault(query, reasonOf(error))
  }
}

type Dereferenced = Awaited<ReturnType<DereferenceFunction>> & object

/** groq-js takes whatever value a dereference gives; its type only foresees a document. */
function isDereferenced(value: unknown): value is Dereferenced {
  return typeof value === 'object' && value !== null
}
