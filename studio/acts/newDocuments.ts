import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import type {SanityClient, SanityDocument} from 'sanity'

/** A draft that has never been published, and to which another draft refers. */
export interface NewDraft {
  /** Id of the published form, which does not exist yet. */
  id: string
  type: string
  /** Its name or its title. */
  name: string
}

/** More than a guest of a guest of a session: it stops documents that refer to each other. */
const maxDepth = 4

/**
 * Returns the new documents that have to be published with a document: those to which it refers, and those to which
 * they refer.
 *
 * @param document - draft of the document
 */
export async function newDocuments(
  client: Pick<SanityClient, 'fetch'>,
  document: unknown,
): Promise<NewDraft[]> {
  const found = new Map<string, NewDraft>()
  const checked = new Set<string>()
  let pending = pendingReferences(document)
  for (let depth = 0; depth < maxDepth && pending.length > 0; depth++) {
    const ids = pending.filter((id) => !checked.has(id))
    ids.forEach((id) => checked.add(id))
    if (ids.length === 0) break
    const stored = await client.fetch<SanityDocument[]>(
      '*[_id in $ids]',
      {ids: ids.flatMap((id) => [id, `drafts.${id}`])},
      {perspective: 'raw'},
    )
    const published = new Set(stored.map(({_id}) => _id))
    const drafts = stored.filter(
      ({_id}) => _id !== publishedId(_id) && !published.has(publishedId(_id)),
    )
    for (const draft of drafts) {
      const id = publishedId(draft._id)
      const name = textOf(draft['name']) ?? textOf(draft['title']) ?? 'Untitled'
      found.set(id, {id, type: draft._type, name})
    }
    pending = drafts.flatMap(pendingReferences)
  }
  return [...found.values()]
}

/**
 * Returns the ids of references to documents that were not published when the reference was made. Publishing makes
 * these references strong.
 */
export function pendingReferences(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(pendingReferences))]
  const fields = fieldsOf(value)
  const {_ref, _strengthenOnPublish} = fields
  if (typeof _ref === 'string') return _strengthenOnPublish === undefined ? [] : [_ref]
  return [...new Set(Object.values(fields).flatMap(pendingReferences))]
}
