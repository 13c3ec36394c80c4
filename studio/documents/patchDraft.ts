import type {SanityClient} from 'sanity'

/**
 * Patches the draft of a document. Creates the draft from the published document if there is none.
 *
 * @param id - id of the published document
 * @throws Error if neither exists, or if the Content Lake rejects the mutation
 */
export async function patchDraft(
  client: SanityClient,
  id: string,
  patch: Record<string, unknown>,
): Promise<void> {
  const draftId = `drafts.${id}`
  const [draft, published] = await client.getDocuments([draftId, id])
  if (!draft && !published) throw new Error('The document no longer exists')
  const transaction = client.transaction()
  if (!draft && published) transaction.createIfNotExists({...published, _id: draftId})
  await transaction.patch(draftId, {set: patch}).commit()
}
