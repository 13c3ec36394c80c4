import type {SanityClient, SanityDocument} from 'sanity'

import type {NewDocument} from '../acts/saveChange.ts'
import {messageOf} from '../messageOf.ts'

/**
 * Stores the fields of several documents as drafts in one transaction. Other fields of a document that exists stay.
 * A field that is undefined is removed.
 *
 * @throws Error with a sentence for an editor
 */
export async function storeDrafts(
  client: SanityClient,
  documents: readonly NewDocument[],
): Promise<void> {
  try {
    const stored = await client.fetch<SanityDocument[]>(
      '*[_id in $ids]',
      {ids: documents.map(({_id}) => _id)},
      {perspective: 'raw'},
    )
    const published = new Map(stored.map((document) => [document._id, document]))
    const transaction = client.transaction()
    for (const {_id: id, _type, ...fields} of documents) {
      const draftId = `drafts.${id}`
      const entries = Object.entries(fields)
      const unset = entries.flatMap(([name, value]) => (value === undefined ? [name] : []))
      const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
      transaction.createIfNotExists({...(published.get(id) ?? {_type}), _id: draftId, _type})
      transaction.patch(draftId, {set, unset})
    }
    await transaction.commit({visibility: 'sync'})
  } catch (error) {
    throw new Error(`Could not save it (${messageOf(error)}). Try again.`, {cause: error})
  }
}
