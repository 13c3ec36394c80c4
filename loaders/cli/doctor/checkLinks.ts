import pLimit from 'p-limit'

import {guardedFetch} from '../../calendar/index.ts'
import type {Connection} from '../connection.ts'
import {fetchDocuments} from '../check/fetchDocuments.ts'
import {reasonOf, type Diagnosis} from './diagnosis.ts'

/** Hosts are asked gently, and one slow host does not hold the others up for long. */
const atATime = 8
const patience = 15_000

/**
 * Every link of every document: dead, or moved for good. Only public addresses are asked, whatever a
 * document says. What a host refuses to machines (401, 403, 405, 429) counts as alive.
 */
export async function checkLinks(
  {client}: Connection,
  progress: (text: string) => void,
): Promise<Diagnosis[]> {
  const documents = await fetchDocuments(client, 'published')
  const places = new Map<string, string>()
  for (const document of documents) {
    for (const url of linksOf(document)) if (!places.has(url)) places.set(url, document._id)
  }
  const limit = pLimit(atATime)
  let done = 0
  const found = await Promise.all(
    [...places].map(([url, documentId]) =>
      limit(async () => {
        const wrong = await ask(url)
        progress(`links: ${(done += 1)} of ${places.size}`)
        return wrong ? [{about: `Link in ${documentId}`, ...wrong}] : []
      }),
    ),
  )
  const wrong = found.flat()
  const alive = places.size - wrong.length
  return [{about: 'Links', state: 'ok', message: `${alive} of ${places.size} alive`}, ...wrong]
}

const get = guardedFetch()

async function ask(url: string): Promise<Pick<Diagnosis, 'state' | 'message'> | undefined> {
  try {
    const signal = AbortSignal.timeout(patience)
    const {status, headers} = await get(url, {headers: {}, redirect: 'manual', signal})
    if (status === 404 || status === 410) {
      return {state: 'broken', message: `${url} is gone (${status}): remove or replace it.`}
    }
    if (status === 301 || status === 308) {
      const to = headers.get('location') ?? 'elsewhere'
      return {state: 'doubtful', message: `${url} has moved for good to ${to}.`}
    }
    return status >= 500
      ? {state: 'doubtful', message: `${url} answers ${status}: look again later.`}
      : undefined
  } catch (error) {
    return {state: 'doubtful', message: `${url} does not answer (${reasonOf(error)}).`}
  }
}

/** Strings that are links, wherever in a document; feeds are looked at on their own. */
function linksOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    return name !== 'feedUrl' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value)
      ? [value]
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => linksOf(each, key))
}
