import type {SitePath} from '@touchpoints/calendar/links'

import {pathIn} from '../../languages/languagePath.ts'
import type {SiteContext} from '../../languages/siteContext.ts'
import {absoluteUrl} from '../../links/absoluteUrl.ts'
import {withBase} from '../../links/base.ts'
import {path} from '../../links/path.ts'
import {pathOf} from '../../meetings/route.ts'

/**
 * Returns `robots.txt` (RFC 9309). Crawlers read every page once: no preview, no search results, and no month,
 * zone or filter of a page, of which there are thousands.
 *
 * @param base - path below which the site is. Crawlers read the file at the root of a host only, so below a path its
 *   lines are for the file there, as the paths of that host.
 */
export function robots(
  {languages, pagePath}: Pick<SiteContext, 'languages' | 'pagePath'>,
  base?: string,
): string {
  const paths = languages.map((language) => pathIn(pagePath, language, languages))
  const variants = (own: SitePath) => [
    `${own}?`,
    `${pathOf(own, {kind: 'calendar'})}?`,
    pathOf(own, {kind: 'search'}),
  ]
  const hidden = [
    '/api/draft-mode/',
    '/api/editors/',
    '/api/live',
    '/*share=',
    '/*month=',
    '/*zone=',
    ...paths.flatMap(variants),
  ]
  const rules = hidden.map((each) => `Disallow: ${withBase(each, base)}`)
  const map = absoluteUrl(path`/sitemap.xml`)
  return ['User-agent: *', 'Allow: /', ...rules, '', `Sitemap: ${map}`, ''].join('\n')
}
