import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import type {SanityClient, SanityDocument} from 'sanity'

import {messageOf} from '../messageOf.ts'

/** A document that is created with a change, such as the recording of a session. */
export interface NewDocument {
  /** Id of the published form. */
  _id: string
  _type: string
  [field: string]: unknown
}

export interface Change {
  /** Id of the published form. */
  id: string
  /** Name of the release to change. The draft, if absent. */
  release?: string | undefined
  set: Record<string, unknown>
  unset?: readonly string[]
  /**
   * Revision of the draft or version that the editor has seen. Null if there was none. Without it, the change
   * applies to any.
   */
  seen?: string | null
  /** Other documents that are changed in the same transaction. */
  others?: readonly {id: string; set: Record<string, unknown>}[]
  /** Created in the same transaction, unless they exist. */
  create?: readonly NewDocument[]
}

/**
 * Changes the draft of a document, or its version in a release, in one transaction.
 *
 * @returns the new revision
 * @throws Error with a sentence for an editor if the document changed in another window meanwhile, or if the
 *   Content Lake rejects the change
 */
export async function saveChange(client: SanityClient, change: Change): Promise<string> {
  const {id, release, set, unset = [], seen, others = [], create = []} = change
  const changes = [{id, set, unset}, ...others.map((other) => ({...other, unset: []}))]
  const stored = await readVariants(client, changes, release)
  const seenNow = stored.get(variantId(id, release))?._rev ?? null
  if (seen !== undefined && seenNow !== seen) throw new Error(changedElsewhere)
  const transaction = client.transaction()
  for (const document of create) {
    transaction.createIfNotExists({...document, _id: variantId(document._id, release)})
  }
  for (const each of changes) {
    const target = variantId(each.id, release)
    const current = stored.get(target)
    const published = stored.get(each.id)
    if (!current && !published) {
      throw new Error('The document no longer exists: it was deleted in another window.')
    }
    if (!current && published) transaction.create({...published, _id: target})
    const patch = client.patch(target, {set: each.set, unset: [...each.unset]})
    transaction.patch(current ? patch.ifRevisionId(current._rev) : patch)
  }
  try {
    const {transactionId} = await transaction.commit({visibility: 'sync'})
    return transactionId
  } catch (error) {
    throw new Error(
      isConflict(error) ? changedElsewhere : `Could not save (${messageOf(error)}).`,
      {
        cause: error,
      },
    )
  }
}

const changedElsewhere =
  'The document was changed in another window meanwhile. Nothing was saved. Check it, then try again.'

async function readVariants(
  client: SanityClient,
  changes: readonly {id: string}[],
  release: string | undefined,
): Promise<ReadonlyMap<string, SanityDocument>> {
  const documents = await client.fetch<SanityDocument[]>(
    '*[_id in $ids]',
    {ids: changes.flatMap(({id}) => [id, variantId(id, release)])},
    {perspective: 'raw'},
  )
  return new Map(documents.map((document) => [document._id, document]))
}

/** Returns the id of the draft, or of the version in a release. */
export function variantId(id: string, release: string | undefined): string {
  return release === undefined ? `drafts.${id}` : `versions.${release}.${id}`
}

function isConflict(error: unknown): boolean {
  const type = textOf(fieldsOf(Reflect.get(Object(error), 'details'))['type'])
  return Reflect.get(Object(error), 'statusCode') === 409 || type === 'conflict'
}
