import {createHash} from 'node:crypto'
import {sitePath, type SitePath} from '@touchpoints/calendar/links'
import {pageBackground, readableOn} from '@touchpoints/schemas/appearance'

import {type SiteContext, siteName} from '../../languages/siteContext.ts'
import {path} from '../../links/path.ts'
import type {PageHead} from '../head/pageHead.ts'

/** Size of the image of a page, in pixels. The Open Graph protocol has no limit, and all readers accept this size. */
export const cardSize = {width: 1200, height: 630} as const

/** What the image of a page shows. */
export interface Card {
  /** Name of the community. */
  name: string
  /** Small text above the title. */
  label: string
  title: string
  /** Text below the title, such as the date. */
  detail: string
  /** `YYYY-MM-DD`. It replaces a title in a script that the fonts do not have. */
  date?: string
  /** `#rrggbb`, readable on the background. */
  accent: string
}

/** The accent color of a community without one. It is that of styles/tokens.css. */
const defaultAccent = '#065d59'

/** Returns the image of a page. */
export function cardOf(
  {title, label, detail, date}: PageHead,
  site: Pick<SiteContext, 'community' | 'title'>,
): Card {
  const {accentColor, accentColorDark} = site.community ?? {}
  const accent = accentColor ?? accentColorDark ?? defaultAccent
  return {
    name: siteName(site),
    label,
    title,
    detail,
    ...(date !== undefined && {date}),
    accent: readableOn(accent, pageBackground.light),
  }
}

/** Returns what identifies the content of an image. A changed title has another address. */
export function cardVersion(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 12)
}

/** Returns the path of the image of a page. */
export function cardPath(head: PageHead, site: Pick<SiteContext, 'community' | 'title'>): SitePath {
  const image = sitePath(`/media/cards${head.path.replace(/\/$/, '')}.png`)
  return path`${image ?? '/'}?v=${cardVersion(cardOf(head, site))}`
}

/** Returns the alternative text of the image. */
export function cardText(head: PageHead, site: Pick<SiteContext, 'community' | 'title'>): string {
  const {name, title, detail} = cardOf(head, site)
  return [...new Set([title, detail, name])].filter(Boolean).join(' · ')
}
