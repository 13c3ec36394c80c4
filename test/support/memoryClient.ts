import {evaluate, parse} from 'groq-js'

import type {QueryClient, QueryRequest} from '../../loaders/queryPort.ts'

export interface AskedQuery {
  query: string
  params: Record<string, string>
  options: QueryRequest
}

/** A client over documents in memory. What it was asked can be looked at. */
export function memoryClient(documents: readonly object[]): QueryClient & {asked: AskedQuery[]} {
  const asked: AskedQuery[] = []
  return {
    asked,
    async fetch(query, params, options) {
      asked.push({query, params, options})
      const value = await evaluate(parse(query, {params}), {dataset: [...documents], params})
      const result: unknown = await value.get()
      return {result, syncTags: ['s1:memory']}
    },
  }
}
