import type {SanityClient} from 'sanity'

/**
 * Edits the draft of a document as the form would: made from what is published when there is none.
 *
 * @param id - of the published document
 * @throws Error when there is neither, or when the Content Lake refuses
 */
export async function patchDraft(
  client: SanityClient,
  id: string,
  patch: Record<string, unknown>,
): Promise<void> {
  const draftId = `drafts.${id}`
  const [draft, published] = await client.getDocuments([draftId, id])
  if (!draft && !published) throw new Error('The document does not exist any more')
  const transaction = client.transaction()
  if (!draft && published) transaction.createIfNotExists({...published, _id: draftId})
  await transaction.patch(draftId, {set: patch}).commit()
}
