import {evaluate, parse} from 'groq-js'

import type {QueryClient, QueryParam, QueryRequest} from '../../loaders/lake/queryPort.ts'

export interface RecordedQuery {
  query: string
  params: Record<string, QueryParam>
  options: QueryRequest
}

/** A client over documents in memory, which records its queries. */
export function memoryClient(
  documents: readonly object[],
): QueryClient & {queries: RecordedQuery[]} {
  const queries: RecordedQuery[] = []
  return {
    queries,
    async fetch(query, params, options) {
      queries.push({query, params, options})
      const value = await evaluate(parse(query, {params}), {dataset: [...documents], params})
      const result: unknown = await value.get()
      return {result, syncTags: ['s1:memory']}
    },
  }
}
