import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

interface OwnDocument {
  _id: string
  _type: string
}

/**
 * Stores documents that one test alone works with. After it they are gone, with their drafts and with
 * every session and recording that was made of them: the next test finds the sample as it was.
 */
export async function ownDocuments(client: SanityClient, ...documents: OwnDocument[]) {
  const ids = documents.map(({_id}) => _id)
  deleteAfterwards(client, '_id in $ids || series._ref in $ids || touchpoint._ref in $ids', ids)
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
}

/**
 * Deletes what a test makes in the Studio, whose ids nobody knows beforehand.
 *
 * @param filter - GROQ; it may name the published ids as `$ids`
 */
export function deleteAfterwards(client: SanityClient, filter: string, ids: string[] = []) {
  const all = [...ids, ...ids.map((id) => `drafts.${id}`)]
  onTestFinished(async () => {
    await client.delete({query: `*[${filter}]`, params: {ids: all}})
  })
}
