import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import type * as z from 'zod/mini'

import {projection} from '../views/projection.ts'

export interface DocumentsQuery {
  type: DocumentTypeName
  view: z.core.$ZodType
  /** GROQ conditions, all of which must hold. */
  where?: readonly string[]
  /** Likewise, and in a filter of their own after the others: for what costs more to find out. */
  exactly?: readonly string[]
  /** GROQ sort keys; the id is added, so that an order is the same each time. */
  order?: string
  /** Which ones of the sorted: from `offset`, at most `limit`. Default: all. */
  slice?: {offset: number; limit: number}
}

/**
 * A GROQ expression for documents of a type as a view sees them.
 *
 * The slice stands in the text: a parameter there would keep a query from being compiled ahead.
 *
 * @example
 * documentsQuery({type: 'series', view: seriesView, order: 'title asc'})
 * // '*[_type == "series"] | order(title asc,_id asc){_id,…}'
 */
export function documentsQuery(asked: DocumentsQuery): string {
  const {view, order, slice} = asked
  const range = slice ? `[${slice.offset}...${slice.offset + slice.limit}]` : ''
  const sorted = `order(${[order, '_id asc'].filter(Boolean).join(',')})`
  return `${filter(asked)} | ${sorted}${range}${projection(view)}`
}

export function countQuery(asked: Omit<DocumentsQuery, 'view'>): string {
  return `count(${filter(asked)})`
}

function filter({type, where = [], exactly = []}: Omit<DocumentsQuery, 'view'>): string {
  const first = [`_type == "${type}"`, ...where].join(' && ')
  return exactly.length > 0 ? `*[${first}][${exactly.join(' && ')}]` : `*[${first}]`
}
