import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import type {SanityClient, SanityDocument} from 'sanity'

/** A document that keeps another one from being deleted. */
export interface Referrer {
  /** Id of the published form. */
  id: string
  type: string
  name: string
}

export interface Referrers {
  /** At most 50. */
  documents: readonly Referrer[]
  /** Whether there are more. */
  more: boolean
}

const maxDocuments = 50

/**
 * Returns the documents that refer to a document and would lose what they refer to: published ones, drafts and
 * versions in releases. Weak references, such as those of calendar decisions, do not keep anything.
 *
 * @param id - id of the published form
 */
export async function readReferrers(
  client: Pick<SanityClient, 'fetch'>,
  id: string,
): Promise<Referrers> {
  const stored = await client.fetch<SanityDocument[]>(
    `*[references($id)] | order(_type asc, coalesce(title, name) asc)[0...${maxDocuments * 4}]`,
    {id},
    {perspective: 'raw'},
  )
  const found = new Map<string, Referrer>()
  for (const document of stored) {
    const own = publishedId(document._id)
    if (own === id || !needs(document, id)) continue
    const name = textOf(document['title']) ?? textOf(document['name']) ?? 'Untitled'
    found.set(own, {id: own, type: document._type, name})
  }
  const documents = [...found.values()]
  return {documents: documents.slice(0, maxDocuments), more: documents.length > maxDocuments}
}

/** Returns whether a value has a strong reference to the id, or one that becomes strong when it is published. */
export function needs(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((each: unknown) => needs(each, id))
  const fields = fieldsOf(value)
  const {_ref, _weak, _strengthenOnPublish: later} = fields
  if (_ref === id)
    return _weak !== true || (later !== undefined && fieldsOf(later)['weak'] !== true)
  return Object.values(fields).some((each) => needs(each, id))
}
