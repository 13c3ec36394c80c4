import type {Views} from '../extension/ownViews.ts'
import {listQuery} from './listQuery.ts'
import {unknownSlugs} from './unknownSlugs.ts'

/** Selects one document. An empty filter selects all. */
export interface SlugFilter {
  /** Slug of the document. */
  slug?: string
}

/** Returns a query for all series or guests, or for the one with a slug. */
export function slugQuery(
  views: Views,
  type: 'series' | 'guest',
  {slug}: SlugFilter,
  language?: string,
): {query: string; params: Record<string, string>} {
  if (slug === undefined) return {query: listQuery(views, type, {language}), params: {}}
  const items = listQuery(views, type, {language, where: ['slug.current == $slug']})
  return {query: `{"items":${items},${unknownSlugs({slug}, type).join(',')}}`, params: {slug}}
}
