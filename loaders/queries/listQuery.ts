import {documentReads, type ListedTypeName} from '../documentReads.ts'
import {documentsQuery} from './documentsQuery.ts'

interface ListOptions {
  language?: string | undefined
  /** GROQ conditions. All of them must hold. */
  where?: readonly string[]
  slice?: {offset: number; limit: number}
}

/** Returns a query for all documents of a type, sorted, or for a range of them. */
export function listQuery(type: ListedTypeName, options: ListOptions = {}): string {
  const {view, order} = documentReads[type]
  return documentsQuery({type, view, order, ...options})
}
