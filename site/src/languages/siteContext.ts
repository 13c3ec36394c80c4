import type {SitePath} from '@touchpoints/calendar/links'
import type {Words} from '@touchpoints/words'
import {defaultPagePath} from 'touchpoints'

import {path} from '../links/path.ts'
import type {Community} from '../meetings/pageContent.ts'
import {communityWords} from './communityWords.ts'
import {fallbackLanguage, pathIn} from './languagePath.ts'

/** What each page of a site shares: the community, and the language of the page. */
export interface SiteContext {
  /** Null while its document is not published. */
  community: Community | null
  /** Title of the meetings page. It names a site without a community document. */
  title: string
  /** Path of the meetings page in the language of this page. */
  pagePath: SitePath
  /** Path below which the calendar and the feeds are in the language of this page. */
  apiPath: SitePath
  /** Language of this page, BCP 47. */
  language: string
  /** All languages of the site. The first is the default, with addresses that name no language. */
  languages: readonly string[]
  words: Words
}

export interface SiteContextOptions {
  community: Community | null
  /** Title of the meetings page. */
  title?: string | undefined
  /** Path of the meetings page in the default language. */
  pagePath?: SitePath
  /** Defaults to the first of the community. */
  language?: string
}

/** Returns the context of a page. A page that could not load its content has the defaults. */
export function siteContext({
  community,
  title,
  pagePath = path`${defaultPagePath}`,
  language,
}: SiteContextOptions): SiteContext {
  const named = community?.languages ?? []
  const languages = named.length > 0 ? named : [fallbackLanguage]
  const [standard = fallbackLanguage] = languages
  const current = language ?? standard
  const words = communityWords(community, current)
  return {
    community,
    title: title ?? words.say('site.meetings'),
    pagePath: pathIn(pagePath, current, languages),
    apiPath: pathIn(path`/api/`, current, languages),
    language: current,
    languages,
    words,
  }
}

/** The name of the site: the community's, or the title of its page. */
export function siteName({community, title}: Pick<SiteContext, 'community' | 'title'>): string {
  return community?.name ?? title
}
