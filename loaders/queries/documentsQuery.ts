import type * as z from 'zod/mini'

import {projection} from '../views/projection.ts'

export interface DocumentsQuery {
  type: string
  view: z.core.$ZodType
  /** GROQ conditions, all of which must hold. */
  where?: readonly string[]
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
export function documentsQuery({type, view, where = [], order, slice}: DocumentsQuery): string {
  const range = slice ? `[${slice.offset}...${slice.offset + slice.limit}]` : ''
  const sorted = `order(${[order, '_id asc'].filter(Boolean).join(',')})`
  return `${filter(type, where)} | ${sorted}${range}${projection(view)}`
}

export function countQuery(type: string, where: readonly string[] = []): string {
  return `count(${filter(type, where)})`
}

function filter(type: string, where: readonly string[]): string {
  return `*[${[`_type == "${type}"`, ...where].join(' && ')}]`
}
