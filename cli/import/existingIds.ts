import type {SanityClient} from '@sanity/client'

import {unreachable} from '../unreachable.ts'

/** Runs a query for the ids of documents with its parameter `$values`, in requests of bounded size. */
export async function existingIds(
  client: SanityClient,
  query: string,
  values: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const part of chunksOf(values)) {
    const existing = await client
      .fetch<string[]>(query, {values: part}, {perspective: 'raw'})
      .catch(unreachable)
    existing.forEach((id) => ids.add(id))
  }
  return ids
}

/** Splits a list, so that each request has at most 500 ids of at most 128 characters. */
export function chunksOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({length: Math.ceil(items.length / 500)}, (_, index) =>
    items.slice(index * 500, (index + 1) * 500),
  )
}
