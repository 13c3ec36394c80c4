import type {SafeUrl, SitePath} from '@touchpoints/calendar/links'

import {imageSource} from '../images/imageSource.ts'
import {path} from '../links/path.ts'
import type {Community} from '../meetings/pageContent.ts'

/** Attributes of `<link>` for an icon of the site. */
export interface IconLink {
  rel: 'icon' | 'apple-touch-icon'
  href: SafeUrl | SitePath
  sizes?: string
  type?: string
}

/** Sides in CSS pixels: tabs on sharp screens, and home screens. */
const sides = {icon: 32, 'apple-touch-icon': 180} as const

/** Returns the icons of the community, or the one of the project while it has none. */
export function iconLinks(community: Pick<Community, 'icon'> | null): IconLink[] {
  const icon = community?.icon
  if (!icon) return [fallbackIcon]
  const links = (['icon', 'apple-touch-icon'] as const).flatMap((rel): IconLink[] => {
    const side = sides[rel]
    const source = imageSource(icon, {width: side, height: side, fit: 'cover'})
    // A tab is sharp with the larger of the two images, home screens have a fixed size.
    if (!source) return []
    return [{rel, href: rel === 'icon' ? source.src2x : source.src}]
  })
  return links.length > 0 ? links : [fallbackIcon]
}

const fallbackIcon: IconLink = {rel: 'icon', href: path`/icon.svg`, type: 'image/svg+xml'}
