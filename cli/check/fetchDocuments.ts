import type {SanityClient} from '@sanity/client'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {unreachable} from '../unreachable.ts'

const pageSize = 2000
const query = `*[_type in $types && _id > $after] | order(_id) [0...${pageSize}]`

/**
 * Fetches every document of our types. Requests pages, because the hosted service truncates longer results.
 *
 * @param added - names of document types that the project adds
 * @throws CliError when the Content Lake cannot be reached
 */
export async function fetchDocuments(
  client: Pick<SanityClient, 'fetch'>,
  perspective: 'published' | 'drafts' | 'raw',
  added: readonly string[] = [],
): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = []
  for (;;) {
    const after = documents.at(-1)?._id ?? ''
    const page = await client
      .fetch<StoredDocument[]>(
        query,
        {types: [...documentTypeNames, ...added], after},
        {perspective},
      )
      .catch(unreachable)
    documents.push(...page)
    if (page.length < pageSize) return documents
  }
}
