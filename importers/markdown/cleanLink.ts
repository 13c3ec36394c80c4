import {withoutTracking} from '@touchpoints/schemas/rules'
import {href, httpsUrl} from '@touchpoints/schemas/scalars'

import type {Collector} from './collector.ts'

/**
 * A link as a document may hold it: without what only tracks, with the scheme it lacked. What cannot be
 * mended is reported as unplaced, and undefined.
 */
export function cleanLink(link: string, line: number, out: Collector): string | undefined {
  const {link: clean, removed} = withoutTracking(link.trim())
  if (removed.length > 0) {
    out.finding(
      line,
      `${removed.join(' and ')} was taken out of ${link}: it only tells who shared it.`,
    )
  }
  if (httpsUrl.safeParse(clean).success) return clean
  if (out.base !== undefined && /^(?:\.{0,2}\/)/.test(clean) && URL.canParse(clean, out.base)) {
    return new URL(clean, out.base).href
  }
  const mended = clean.startsWith('http:') ? clean.replace('http:', 'https:') : `https://${clean}`
  if (/^(?:http:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(clean) && isPage(mended)) {
    out.finding(
      line,
      `"${link}" is no whole link and led nowhere or to an open line: it became ${mended}.`,
    )
    return mended
  }
  out.unmapped(
    line,
    link || '(empty link)',
    'This link leads nowhere: find what it was meant to be.',
  )
  return undefined
}

/** The same for a link within text, which may also be an address or a path on the site. */
export function cleanHref(link: string, line: number, out: Collector): string | undefined {
  return href.safeParse(link).success && !link.startsWith('https:')
    ? link
    : cleanLink(link, line, out)
}

/** A file's name looks like a host: `Jul-03.md` is a page beside this one. */
function isPage(link: string): boolean {
  return (
    httpsUrl.safeParse(link).success &&
    !/\.(?:md|html?|pdf|png|jpe?g)$/i.test(new URL(link).hostname)
  )
}
