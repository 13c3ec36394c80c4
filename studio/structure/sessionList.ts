import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder} from 'sanity/structure'

interface SessionListOptions {
  id: string
  title: string
  /** GROQ condition. Defaults to all sessions. */
  filter?: string
  params?: Readonly<Record<string, unknown>>
  /** Defaults to the newest first. */
  order?: 'newest' | 'soonest'
}

/** A list of sessions by date. */
export function sessionList(
  S: StructureBuilder,
  {id, title, filter, params = {}, order = 'newest'}: SessionListOptions,
) {
  return S.documentList()
    .id(id)
    .title(title)
    .schemaType('touchpoint')
    .apiVersion(apiVersion)
    .filter(filter === undefined ? '_type == "touchpoint"' : `_type == "touchpoint" && ${filter}`)
    .params(params)
    .defaultOrdering([{field: 'schedule.start', direction: order === 'newest' ? 'desc' : 'asc'}])
}
