import type {Views} from '../extension/ownViews.ts'
import {listQuery} from './listQuery.ts'
import {unknownSlugs} from './unknownSlugs.ts'

/** Selects recordings. An empty filter selects all. */
export interface RecordingFilter {
  /** Slug of the group of the recorded session. */
  group?: string
}

export function recordingsQuery(
  views: Views,
  {group}: RecordingFilter,
  language?: string,
): {query: string; params: Record<string, string>} {
  if (group === undefined) return {query: listQuery(views, 'recording', {language}), params: {}}
  const where = ['touchpoint->series->group->slug.current == $group']
  const items = listQuery(views, 'recording', {language, where})
  const parts = [`"items":${items}`, ...unknownSlugs({group})]
  return {query: `{${parts.join(',')}}`, params: {group}}
}
