import {withoutTracking} from '@touchpoints/schemas/rules'
import {href, httpsUrl} from '@touchpoints/schemas/scalars'

import type {Collector} from './collector.ts'

/**
 * Returns a link that a document can store: without tracking parameters, with an https scheme. Reports a
 * link that cannot be repaired as a leftover, and returns undefined.
 */
export function cleanLink(link: string, line: number, out: Collector): string | undefined {
  const {link: clean, removed} = withoutTracking(link.trim())
  if (removed.length > 0) {
    out.verify(line, {
      code: 'corrected',
      message: `Removed ${removed.join(' and ')} from ${link}: it only tracks who shared the link.`,
    })
  }
  if (httpsUrl.safeParse(clean).success) return clean
  if (
    out.base !== undefined &&
    /^(?:\.{0,2}\/|[\w-]+\/|[\w-]+\.(?:md|html?)$)/.test(clean) &&
    URL.canParse(clean, out.base)
  ) {
    return new URL(clean, out.base).href
  }
  const repaired = clean.startsWith('http:') ? clean.replace('http:', 'https:') : `https://${clean}`
  if (/^(?:http:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(clean) && isPage(repaired)) {
    out.verify(line, {
      code: 'corrected',
      message: `"${link}" is not a complete https link. It was changed to ${repaired}.`,
    })
    return repaired
  }
  out.leftover(
    line,
    link || '(empty link)',
    'This link is incomplete. Find the intended address and add it by hand.',
  )
  return undefined
}

/** Does the same for a link within text, which may also be an email address or a path on the site. */
export function cleanHref(link: string, line: number, out: Collector): string | undefined {
  return href.safeParse(link).success && !link.startsWith('https:')
    ? link
    : cleanLink(link, line, out)
}

/** Distinguishes a host from a file name: `Jul-03.md` is a page next to this one. */
function isPage(link: string): boolean {
  return (
    httpsUrl.safeParse(link).success &&
    !/\.(?:md|html?|pdf|png|jpe?g)$/i.test(new URL(link).hostname)
  )
}
