import {documentReads, type ListedTypeName} from '../documentReads.ts'
import {documentsQuery} from './documentsQuery.ts'

/** All documents of a type, sorted; a slice of them where they can be many. */
export function listQuery(type: ListedTypeName, slice?: {offset: number; limit: number}): string {
  const {view, order} = documentReads[type]
  return documentsQuery({type, view, order, ...(slice && {slice})})
}
