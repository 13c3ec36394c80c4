import type {SanityClient} from 'sanity'

import {referenceTo} from '../../documents/referenceTo.ts'
import {messageOf} from '../../messageOf.ts'
import {type NewDocument, variantId} from '../saveChange.ts'
import type {InPlaceType} from './inPlaceTypes.ts'
import {likelyDuplicates} from './likelyDuplicates.ts'
import {newNamed} from './newNamed.ts'
import type {AllNamed} from './useNamed.ts'

export interface InPlaceRequest {
  type: InPlaceType
  name: string
  /** Of a person: the name of an existing or a new organization. Empty for none. */
  organization: string
}

/**
 * Returns the documents to create for a name: the document itself, and a new organization. An organization with the
 * same name is used instead of a second one.
 */
export function plannedDocuments(
  {type, name, organization}: InPlaceRequest,
  {own, organizations}: AllNamed,
): [NewDocument, ...NewDocument[]] {
  if (type === 'touchpoint') {
    return [newNamed(type, name, own, {status: 'planned', audience: 'everyone'})]
  }
  if (type !== 'guest' || organization.trim() === '') return [newNamed(type, name, own)]
  const [same] = likelyDuplicates({name: organization}, organizations.documents)
  const existing =
    same?.reason === 'same name'
      ? organizations.documents.find(({id}) => id === same.document.id)
      : undefined
  if (existing) {
    return [
      newNamed(type, name, own, {organization: referenceTo(existing.id, 'organization', existing)}),
    ]
  }
  const created = newNamed('organization', organization, organizations)
  const reference = referenceTo(created._id, 'organization', {published: false})
  return [newNamed(type, name, own, {organization: reference}), created]
}

/**
 * Stores new documents as drafts, or as versions in a release, in one transaction. If another editor created the same
 * one in the same second, theirs stays.
 *
 * @throws Error with a sentence for an editor
 */
export async function storeNew(
  client: SanityClient,
  documents: readonly NewDocument[],
  release: string | undefined,
): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) {
    transaction.createIfNotExists({...document, _id: variantId(document._id, release)})
  }
  try {
    await transaction.commit({visibility: 'sync'})
  } catch (error) {
    throw new Error(`Could not create the document (${messageOf(error)}). Try again.`, {
      cause: error,
    })
  }
}
