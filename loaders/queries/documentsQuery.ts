import type * as z from 'zod/mini'

import {projection} from '../views/projection.ts'

export interface DocumentsQuery {
  /** Name of a document type, of the package or added. */
  type: string
  view: z.core.$ZodType
  /** Whether the view is the caller's, see `projection`. */
  isCustom?: true
  /** Language of translated fields. Defaults to the fields themselves. */
  language?: string | undefined
  /** GROQ conditions. All of them must hold. */
  where?: readonly string[]
  /** GROQ conditions for a second filter after `where`: conditions that cost more to evaluate. */
  thenWhere?: readonly string[]
  /** GROQ sort keys. The id is added as the last key, so that the order is stable. */
  order?: string
  /** Range of the sorted documents. Defaults to all. */
  slice?: {offset: number; limit: number}
}

/**
 * Returns a GROQ expression for documents of a type, projected by a view.
 *
 * The range is part of the text, because a parameter there prevents compiling the query in advance.
 *
 * @example
 * documentsQuery({type: 'series', view: seriesView, order: 'title asc'})
 * // '*[_type == "series"] | order(title asc,_id asc){_id,…}'
 */
export function documentsQuery(query: DocumentsQuery): string {
  const {view, isCustom, language, order, slice} = query
  const range = slice ? `[${slice.offset}...${slice.offset + slice.limit}]` : ''
  const sorted = `order(${[order, '_id asc'].filter(Boolean).join(',')})`
  return `${filter(query)} | ${sorted}${range}${projection(view, {language, isCustom})}`
}

export function countQuery(query: Omit<DocumentsQuery, 'view'>): string {
  return `count(${filter(query)})`
}

function filter({type, where = [], thenWhere = []}: Omit<DocumentsQuery, 'view'>): string {
  const first = [`_type == ${JSON.stringify(type)}`, ...where].join(' && ')
  return thenWhere.length > 0 ? `*[${first}][${thenWhere.join(' && ')}]` : `*[${first}]`
}
