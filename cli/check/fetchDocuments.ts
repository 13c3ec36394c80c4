import type {SanityClient} from '@sanity/client'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {unreachable} from '../unreachable.ts'

const pageSize = 2000

/**
 * Every document of our types, page by page: the hosted service cuts longer answers off.
 *
 * @throws CliError when the Content Lake cannot be asked
 */
export async function fetchDocuments(
  client: Pick<SanityClient, 'fetch'>,
  perspective: 'published' | 'drafts',
): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = []
  for (;;) {
    const after = documents.at(-1)?._id ?? ''
    const page = await ask(client, {types: documentTypeNames, after}, perspective)
    documents.push(...page)
    if (page.length < pageSize) return documents
  }
}

async function ask(
  client: Pick<SanityClient, 'fetch'>,
  params: {types: readonly string[]; after: string},
  perspective: 'published' | 'drafts',
): Promise<StoredDocument[]> {
  try {
    return await client.fetch<StoredDocument[]>(
      `*[_type in $types && _id > $after] | order(_id) [0...${pageSize}]`,
      params,
      {perspective},
    )
  } catch (error) {
    throw unreachable(error)
  }
}
