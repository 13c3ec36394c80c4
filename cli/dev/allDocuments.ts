import type {SanityClient} from '@sanity/client'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {unreachable} from '../unreachable.ts'

const pageSize = 1000
const query = `*[_id > $after && !(_id in path("_.**")) && !(_type match "system.*")] | order(_id) [0...${pageSize}]`

/**
 * Reads every document of a dataset, ordered by id: drafts, versions and assets too, but none of the Content Lake's own.
 * Requests pages, because the hosted service truncates longer results.
 *
 * @throws CliError when the Content Lake cannot be reached
 */
export async function* allDocuments(
  client: Pick<SanityClient, 'fetch'>,
): AsyncGenerator<StoredDocument> {
  let after = ''
  for (;;) {
    const page = await client
      .fetch<StoredDocument[]>(query, {after}, {perspective: 'raw'})
      .catch(unreachable)
    yield* page
    after = page.at(-1)?._id ?? after
    if (page.length < pageSize) return
  }
}
