import {fieldsOf, textOf} from '@touchpoints/schemas/reading'

import {freeSlug, slugChoices} from './freeSlug.ts'

/** The part of a client that reads. */
export interface SlugReader {
  fetch(
    query: string,
    params: Record<string, unknown>,
    options: {perspective: 'drafts'},
  ): Promise<unknown>
}

export interface SlugRequest {
  type: string
  wanted: string
  /** Ids of the document itself: its slug is not taken. */
  ownIds: readonly string[]
}

/** A document with the wanted slug, and a slug that is free. */
export interface SlugConflict {
  title: string
  free: string | undefined
}

const query = `*[_type == $type && !(_id in $ownIds) && slug.current in $choices]{
  "slug": slug.current, "title": coalesce(title, name)
}`

/** Returns the wanted slug, with a number if another document has it. Drafts count. */
export async function firstFreeSlug(client: SlugReader, request: SlugRequest): Promise<string> {
  const conflict = await slugConflict(client, request)
  return conflict?.free ?? request.wanted
}

/** Returns the document that has the wanted slug, and a free slug. Undefined if the wanted one is free. */
export async function slugConflict(
  client: SlugReader,
  {type, wanted, ownIds}: SlugRequest,
): Promise<SlugConflict | undefined> {
  const choices = slugChoices(wanted)
  const found = await client.fetch(query, {type, ownIds, choices}, {perspective: 'drafts'})
  const others = (Array.isArray(found) ? found : []).map((each: unknown) => fieldsOf(each))
  const taken = others.flatMap(({slug}) => textOf(slug) ?? [])
  const other = others.find(({slug}) => slug === wanted)
  if (!other) return undefined
  return {title: textOf(other['title']) ?? 'Untitled', free: freeSlug(wanted, taken)}
}
