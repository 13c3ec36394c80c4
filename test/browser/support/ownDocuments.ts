import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

interface OwnDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/**
 * Stores documents for one test. After the test it deletes them, their drafts, and all sessions and
 * recordings that refer to them, so that the next test starts with the unchanged sample.
 */
export async function ownDocuments(client: SanityClient, ...documents: OwnDocument[]) {
  const ids = documents.map(({_id}) => _id)
  deleteAfterwards(client, '_id in $ids || series._ref in $ids || touchpoint._ref in $ids', ids)
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
}

/**
 * Deletes the documents that a test creates in the Studio, where ids are generated.
 *
 * @param filter - GROQ filter that can use the published ids as `$ids`
 */
export function deleteAfterwards(client: SanityClient, filter: string, ids: string[] = []) {
  const all = [...ids, ...ids.map((id) => `drafts.${id}`)]
  onTestFinished(async () => {
    await client.delete({query: `*[${filter}]`, params: {ids: all}})
  })
}
