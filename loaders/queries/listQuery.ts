import {documentReads, type ListedTypeName} from '../documentReads.ts'
import type {Views} from '../extension/ownViews.ts'
import {documentsQuery} from './documentsQuery.ts'

interface ListOptions {
  language?: string | undefined
  /** GROQ conditions. All of them must hold. */
  where?: readonly string[]
  slice?: {offset: number; limit: number}
}

/** Returns a query for all documents of a type, sorted, or for a range of them. */
export function listQuery(views: Views, type: ListedTypeName, options: ListOptions = {}): string {
  const {order} = documentReads[type]
  return documentsQuery({type, view: views[type], order, ...options})
}
