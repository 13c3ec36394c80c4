import type {Loader} from 'touchpoints'

import {divideLanguage, languageAt} from '../languages/languagePath.ts'
import {type SiteContext, siteContext} from '../languages/siteContext.ts'
import {loadMeetings, type MeetingsResult} from './loadMeetings.ts'
import {pagePathOf} from './pagePath.ts'
import {publishedCommunity} from './publishedPages.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** A page, in the language of its address. */
export type OpenPage =
  | {
      kind: 'open'
      result: Extract<MeetingsResult, {kind: 'meetings'}>
      site: SiteContext
      loader: Loader
      view: RequestView
    }
  | Unreachable

/**
 * Loads what each page needs: the content of the meetings page in the language of the address.
 *
 * The languages are content, so an address that may begin with a language is first compared with those of the
 * community. A stranger's prefix costs no query.
 */
export async function openPage(
  loader: Loader,
  view: RequestView,
  pathname: string,
): Promise<OpenPage> {
  const language = await languageOf(loader, view, pathname)
  if (typeof language === 'object') return language
  const pageView = language === undefined ? view : {...view, language}
  const pageLoader = inLanguage(loader, pageView)
  const result = await loadMeetings(pageLoader, pageView)
  if (result.kind === 'unreachable') return result
  const {community, page} = result.meetings
  const site = siteContext({
    community,
    title: page?.title,
    pagePath: pagePathOf(result),
    ...(language !== undefined && {language}),
  })
  return {kind: 'open', result, site, loader: pageLoader, view: pageView}
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
): Promise<string | undefined | Unreachable> {
  if (languageAt(pathname) === undefined) return undefined
  try {
    const community = await (view.preview ? loader.community() : publishedCommunity(loader))
    const languages = community.data?.languages ?? []
    const {path, language} = divideLanguage(pathname, languages)
    return path === pathname ? undefined : language
  } catch (error) {
    return unreachable(error)
  }
}
