import {linkTo as safeLinkTo, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'

import {withBase} from './base.ts'

/**
 * Returns a link for an attribute such as `href` or `src`. A path of this site gets the path below which the site
 * is.
 *
 * @example linkTo(path`/meetings/`) // '/meetings-site/meetings/' of a site at https://example.org/meetings-site/
 */
export function linkTo(link: SafeUrl | SitePath): string {
  return withBase(safeLinkTo(link))
}
