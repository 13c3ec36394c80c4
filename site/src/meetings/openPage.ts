import type {Loader, LoaderResult} from 'touchpoints'

import {divideLanguage, languageAt} from '../languages/languagePath.ts'
import {type SiteContext, siteContext} from '../languages/siteContext.ts'
import {recordFacts} from '../http/pageFacts.ts'
import {loadPage} from './loadPage.ts'
import type {Meetings} from './pageContent.ts'
import {pagePathIn} from './pagePath.ts'
import {publishedCommunity} from './publishedPages.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** A page, in the language of its address. */
export type OpenPage =
  | {
      kind: 'open'
      /** The documents of the meetings page, without its calendar. */
      documents: LoaderResult<Meetings>
      site: SiteContext
      loader: Loader
      view: RequestView
    }
  | Unreachable

/**
 * Loads what each page needs: the documents of the meetings page in the language of the address.
 *
 * The languages are content, so an address that may begin with a language is first compared with those of the
 * community. A stranger's prefix costs no query.
 */
export async function openPage(
  loader: Loader,
  view: RequestView,
  pathname: string,
): Promise<OpenPage> {
  try {
    const language = await languageOf(loader, view, pathname)
    const pageView = language === undefined ? view : {...view, language}
    const pageLoader = inLanguage(loader, pageView)
    const documents = await loadPage(pageLoader, pageView)
    recordFacts(pageView, documents)
    const {community, page} = documents.data
    const site = siteContext({
      community,
      title: page?.title,
      pagePath: pagePathIn(documents.data),
      ...(language !== undefined && {language}),
    })
    return {kind: 'open', documents, site, loader: pageLoader, view: pageView}
  } catch (error) {
    return unreachable(error)
  }
}

/** Returns the loader in the language of a page. */
export function inLanguage(loader: Loader, {language}: Pick<RequestView, 'language'>): Loader {
  return language === undefined ? loader : loader.inLanguage(language)
}

/** Returns the language of an address, or undefined for the default. */
async function languageOf(
  loader: Loader,
  view: RequestView,
  pathname: string,
): Promise<string | undefined> {
  if (languageAt(pathname) === undefined) return undefined
  const community = await (view.preview ? loader.community() : publishedCommunity(loader))
  const {path, language} = divideLanguage(pathname, community.data?.languages ?? [])
  return path === pathname ? undefined : language
}
