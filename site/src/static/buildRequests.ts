import {languagePrefix} from '../languages/languagePath.ts'
import {path} from '../links/path.ts'
import {environment, loader, now} from '../loader.ts'
import {openPage} from '../meetings/openPage.ts'
import {publishedCommunity} from '../meetings/publishedPages.ts'
import type {PageRequest} from '../ownPages/pageRequest.ts'
import {unreachableLake} from './requireCurrent.ts'

/** What the pages of a language are loaded with. */
export interface LanguageRequest extends PageRequest {
  /** The first part of the addresses. Undefined for the default language: its addresses name none. */
  prefix: string | undefined
}

/**
 * Opens the site in each language, the default first.
 *
 * @throws BuildError if the Content Lake does not answer
 */
export async function buildRequests(): Promise<LanguageRequest[]> {
  const community = await publishedCommunity(loader).catch((error: unknown) => {
    throw unreachableLake(error instanceof Error ? error.message : String(error))
  })
  const [, ...others] = community.data?.languages ?? []
  return Promise.all([undefined, ...others].map(requestIn))
}

async function requestIn(prefix: string | undefined): Promise<LanguageRequest> {
  const pathname = languagePrefix(path`/`, prefix)
  const page = await openPage(
    loader,
    {
      path: pathname,
      now: now(),
      moving: environment.now === undefined,
      tags: new Set(),
      position: '',
      filters: {},
    },
    pathname,
  )
  if (page.kind === 'unreachable') throw unreachableLake(page.reason)
  const {documents, loader: own, site, view} = page
  return {prefix, documents, loader: own, site, view}
}
