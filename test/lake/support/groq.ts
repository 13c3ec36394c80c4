import type {StoredDocument} from '../../../lake/document.ts'
import type {JsonObject} from '../../../lake/json.ts'
import {compileQuery, type Slice} from '../../../lake/query/compileQuery.ts'
import {DocumentIndex} from '../../../lake/query/documentIndex.ts'
import {evaluateQuery} from '../../../lake/query/evaluateQuery.ts'
import {testNow} from '../../support/clock/testNow.ts'

/** A document of a test. Those of the lake have further fields. */
interface GroqDocument extends JsonObject {
  _id: string
  _type: string
}

export const untimed: Slice = (job) => job()
export const context = {
  projectId: 'p',
  dataset: 'd',
  identity: 'me',
  now: testNow(),
}

export function stored(document: GroqDocument): StoredDocument {
  return {
    _rev: 'r',
    _createdAt: '2024-01-01T00:00:00Z',
    _updatedAt: '2024-01-01T00:00:00Z',
    ...document,
  }
}

/** Evaluates GROQ as the lake does, over an index of the documents. */
export function evaluateGroq(
  query: string,
  documents: readonly GroqDocument[] = [],
  params: JsonObject = {},
) {
  const index = new DocumentIndex()
  for (const document of documents) index.put(stored(document))
  return evaluateQuery(compileQuery(query, params, untimed), params, index, context)
}
