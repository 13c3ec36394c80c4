import type {FeedFetch} from '@touchpoints/calendar/fetch'
import pLimit from 'p-limit'

import {fetchDocuments} from '../check/fetchDocuments.ts'
import type {Connection} from '../connection.ts'
import {askLink, type LinkState} from './askLink.ts'
import type {Diagnosis} from './diagnosis.ts'
import {linksOf} from './linksOf.ts'

/** Each host is asked one link after the other: a community's links are mostly to a few of them. */
const hostsAtATime = 8
/** A host that did not answer so often is left alone: it would cost its patience for each link. */
const silencesAtMost = 2

export interface LinksOptions {
  /** Reaches public addresses only, whatever a document says: `guardedFetch()`. */
  fetch: FeedFetch
  progress: (text: string) => void
  /** How long a link may take, in milliseconds. Default: 15,000. */
  patience?: number
}

/**
 * Every link of every published document: dead, moved for good, or not answering. Each is asked once,
 * however many documents have it.
 */
export async function checkLinks(
  {client}: Pick<Connection, 'client'>,
  options: LinksOptions,
): Promise<Diagnosis[]> {
  const documents = await fetchDocuments(client, 'published')
  const places = new Map<string, Set<string>>()
  for (const document of documents) {
    for (const url of linksOf(document)) {
      places.set(url, (places.get(url) ?? new Set()).add(document._id))
    }
  }
  const hosts = Map.groupBy(places.keys(), (url) => new URL(url).host)
  const limit = pLimit(hostsAtATime)
  let done = 0
  const tell = () => options.progress(`links: ${(done += 1)} of ${places.size}`)
  const asked = await Promise.all(
    [...hosts.values()].map((urls) => limit(() => askHost(urls, options, tell))),
  )
  const states = asked.flat()
  const alive = states.filter(({state}) => state.kind === 'alive').length
  const summary = {
    about: 'Links',
    state: 'ok' as const,
    message: `${alive} of ${places.size} alive`,
  }
  const wrong = states.flatMap(({url, state}): Diagnosis[] => {
    const found = judge(url, state)
    return found ? [{about: `Link in ${named([...(places.get(url) ?? [])])}`, ...found}] : []
  })
  return [summary, ...wrong]
}

interface AskedLink {
  url: string
  state: LinkState | {kind: 'not-asked'}
}

async function askHost(
  urls: readonly string[],
  {fetch, patience = 15_000}: LinksOptions,
  tell: () => void,
): Promise<AskedLink[]> {
  const asked: AskedLink[] = []
  let silences = 0
  for (const url of urls) {
    const state =
      silences < silencesAtMost
        ? await askLink(url, fetch, patience)
        : ({kind: 'not-asked'} as const)
    if (state.kind === 'silent') silences += 1
    asked.push({url, state})
    tell()
  }
  return asked
}

function judge(url: string, state: AskedLink['state']): Omit<Diagnosis, 'about'> | undefined {
  const {host} = new URL(url)
  switch (state.kind) {
    case 'alive':
      return undefined
    case 'gone':
      return {state: 'broken', message: `${url} is gone (${state.status}): remove or replace it.`}
    case 'moved': {
      const message = `${url} has moved for good to ${state.to}: set the link to that, if it is the same.`
      return {state: 'doubtful', message}
    }
    case 'failing': {
      const message = `${url} answers ${state.status}: look again later, and replace it if it stays so.`
      return {state: 'doubtful', message}
    }
    case 'silent': {
      const message = `${url} does not answer (${state.reason}): look again later, and replace it if it stays so.`
      return {state: 'doubtful', message}
    }
    case 'not-asked': {
      const message = `${url} was not asked, for ${host} did not answer: look again later.`
      return {state: 'doubtful', message}
    }
    case 'refused': {
      const message = `${url} has a private address, which visitors cannot reach and which was not asked. If that is meant, ask it with --allow-host ${host}.`
      return {state: 'doubtful', message}
    }
  }
}

function named(ids: readonly string[]): string {
  const some = ids.slice(0, 3).join(', ')
  return ids.length > 3 ? `${some} and ${ids.length - 3} more` : some
}
