import {sitePath, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'

import {divideLanguage, pathIn} from '../languages/languagePath.ts'
import type {SiteContext} from '../languages/siteContext.ts'
import {withoutBase} from '../links/base.ts'

/**
 * Returns a link of an editor as it is on a page. Editors write a link once, for all languages.
 *
 * A link to a section of this page is shortened to its fragment. Editors paste the full URL of a section, which
 * would reload the page and end a preview. A path to the meetings page or below it keeps the visitor's language.
 *
 * @param page - path of the current page
 * @example onThisSite(ownUrl('https://example.org/meetings/#calendar'), '/es/meetings/', site) // '#calendar'
 */
export function onThisSite(
  href: SafeUrl | SitePath,
  page: string,
  {language, languages, pagePath}: Pick<SiteContext, 'language' | 'languages' | 'pagePath'>,
): SafeUrl | SitePath {
  const shared = (path: string) => divideLanguage(path, languages).path
  // The host does not matter: it is another one in a preview and on one's own machine.
  const base = `https://site.invalid${page}`
  const target = URL.canParse(href, base) ? new URL(href, base) : undefined
  if (!target) return href
  if (target.hash && shared(withoutBase(target.pathname)) === shared(page))
    return sitePath(target.hash) ?? href
  const own = href.startsWith('/') ? sitePath(href) : undefined
  const isInDefault = own !== undefined && shared(own) === own
  return isInDefault && own.startsWith(shared(pagePath)) ? pathIn(own, language, languages) : href
}
