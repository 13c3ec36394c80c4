import type {SanityClient} from 'sanity'

import {patchDrafts} from './patchDrafts.ts'

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
  await patchDrafts(client, [id], patch)
}
