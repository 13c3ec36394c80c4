import type {SitePath} from '@touchpoints/calendar/links'

import {linkTo} from '../links/linkTo.ts'

/** Creates a link to a page of this site. */
export function ownLink(path: SitePath): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = linkTo(path)
  return link
}
