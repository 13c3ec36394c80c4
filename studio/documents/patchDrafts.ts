import type {SanityClient, SanityDocument} from 'sanity'

/**
 * Patches the drafts of several documents in one transaction. Creates each draft from the published document if
 * there is none.
 *
 * @param ids - ids of the published documents
 * @throws Error if one of them doesn't exist, or if the Content Lake rejects the transaction
 */
export async function patchDrafts(
  client: SanityClient,
  ids: readonly string[],
  patch: Readonly<Record<string, unknown>>,
): Promise<void> {
  // A query, because a list of 100 ids is too long for the URL of the document endpoint.
  const stored = await client.fetch<SanityDocument[]>(
    '*[_id in $ids]',
    {ids: ids.flatMap((id) => [`drafts.${id}`, id])},
    {perspective: 'raw'},
  )
  const byId = new Map(stored.map((document) => [document._id, document]))
  const transaction = client.transaction()
  for (const id of ids) {
    const draftId = `drafts.${id}`
    const published = byId.get(id)
    if (!byId.has(draftId) && !published) throw new Error('The document no longer exists')
    if (!byId.has(draftId) && published) {
      transaction.createIfNotExists({...published, _id: draftId})
    }
    transaction.patch(draftId, {set: patch})
  }
  await transaction.commit()
}
