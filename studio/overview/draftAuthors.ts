import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import type {SanityClient} from 'sanity'

/** Enough for the latest change of each of the drafts that the screen shows. */
const maxTransactions = 200

/**
 * Returns the id of the user who last changed each draft, by published id. A draft with its change further back
 * than the last 200 is left out.
 *
 * @throws Error if the history can't be read
 */
export async function readDraftAuthors(
  client: Pick<SanityClient, 'getUrl'> & {
    config: () => {dataset?: string | undefined; token?: string | undefined}
  },
  ids: readonly string[],
  {fetch, signal}: {fetch: typeof globalThis.fetch; signal: AbortSignal},
): Promise<ReadonlyMap<string, string>> {
  const {dataset, token} = client.config()
  const query = new URLSearchParams({
    excludeContent: 'true',
    reverse: 'true',
    limit: String(maxTransactions),
  })
  const drafts = ids.map((id) => `drafts.${id}`).join(',')
  // Not client.request: the response is lines of JSON, which it can't read.
  const response = await fetch(
    client.getUrl(`/data/history/${dataset}/transactions/${drafts}?${query.toString()}`),
    {
      signal,
      ...(token ? {headers: {authorization: `Bearer ${token}`}} : {credentials: 'include'}),
    },
  )
  if (!response.ok) throw new Error(`unexpected response with status ${response.status}`)
  return authorsIn(await response.text())
}

/**
 * Reads the authors in the transactions of drafts, latest first, by published id.
 *
 * @param lines - one transaction as JSON on each line
 */
export function authorsIn(lines: string): ReadonlyMap<string, string> {
  const authors = new Map<string, string>()
  for (const line of lines.split('\n').filter(Boolean)) {
    const parsed: unknown = JSON.parse(line)
    const {author, documentIDs} = fieldsOf(parsed)
    const name = textOf(author)
    const ids: unknown[] = Array.isArray(documentIDs) ? documentIDs : []
    for (const id of ids) {
      if (typeof id !== 'string' || !id.startsWith('drafts.') || name === undefined) continue
      if (!authors.has(publishedId(id))) authors.set(publishedId(id), name)
    }
  }
  return authors
}
