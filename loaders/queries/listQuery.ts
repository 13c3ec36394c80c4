import {documentReads, type ListedTypeName} from '../documentReads.ts'
import {documentsQuery} from './documentsQuery.ts'

interface ListOptions {
  language?: string | undefined
  slice?: {offset: number; limit: number}
}

/** Returns a query for all documents of a type, sorted, or for a range of them. */
export function listQuery(type: ListedTypeName, options: ListOptions = {}): string {
  const {view, order} = documentReads[type]
  return documentsQuery({type, view, order, ...options})
}
