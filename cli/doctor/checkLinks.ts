import {fetchDocuments} from '../check/fetchDocuments.ts'
import type {Connection} from '../connection.ts'
import type {Diagnosis} from './diagnosis.ts'
import {linksOf} from './linksOf.ts'
import {type CheckedLink, type LinksOptions, requestLinks} from './requestLinks.ts'

/**
 * Checks every link of every published document and reports links that are gone, moved or unreachable.
 * Requests each link once, even if many documents contain it.
 */
export async function checkLinks(
  {client}: Pick<Connection, 'client'>,
  {addedTypes = [], ...options}: LinksOptions & {addedTypes?: readonly string[]},
): Promise<Diagnosis[]> {
  const documents = await fetchDocuments(client, 'published', addedTypes)
  const places = new Map<string, Set<string>>()
  for (const document of documents) {
    for (const url of linksOf(document)) {
      places.set(url, (places.get(url) ?? new Set()).add(document._id))
    }
  }
  const states = await requestLinks([...places.keys()], options)
  const alive = states.filter(({state}) => state.kind === 'alive').length
  const summary = {
    about: 'Links',
    state: 'ok' as const,
    message: `${alive} of ${places.size} work`,
  }
  const faulty = states.flatMap(({url, state}): Diagnosis[] => {
    const fault = describeFault(url, state)
    return fault ? [{about: `Link in ${listIds([...(places.get(url) ?? [])])}`, ...fault}] : []
  })
  return [summary, ...faulty]
}

function describeFault(
  url: string,
  state: CheckedLink['state'],
): Omit<Diagnosis, 'about'> | undefined {
  const {host} = new URL(url)
  switch (state.kind) {
    case 'alive':
      return undefined
    case 'gone':
      return {state: 'fail', message: `${url} is gone (${state.status}). Remove or replace it.`}
    case 'moved': {
      const message = `${url} has moved permanently to ${state.to}. If the content is the same, update the link.`
      return {state: 'warn', message}
    }
    case 'failing': {
      const message = `${url} returns ${state.status}. Check it again later, and replace it if the error persists.`
      return {state: 'warn', message}
    }
    case 'unreachable': {
      const message = `${url} does not respond (${state.reason}). Check it again later, and replace it if the error persists.`
      return {state: 'warn', message}
    }
    case 'skipped': {
      const message = `${url} was skipped because ${host} did not respond. Check it again later.`
      return {state: 'warn', message}
    }
    case 'blocked': {
      const message = `${url} was skipped because its address is private, so visitors cannot reach it. To check it anyway, add --allow-host ${host}.`
      return {state: 'warn', message}
    }
  }
}

function listIds(ids: readonly string[]): string {
  const some = ids.slice(0, 3).join(', ')
  return ids.length > 3 ? `${some} and ${ids.length - 3} more` : some
}
