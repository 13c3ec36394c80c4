import {documentReads, type ListedTypeName} from '../documentReads.ts'
import {documentsQuery} from './documentsQuery.ts'

/** Returns a query for all documents of a type, sorted, or for a range of them. */
export function listQuery(type: ListedTypeName, slice?: {offset: number; limit: number}): string {
  const {view, order} = documentReads[type]
  return documentsQuery({type, view, order, ...(slice && {slice})})
}
