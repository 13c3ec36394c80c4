import {safeUrl, sitePath, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'
import * as scalars from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

/** An https link of content, as a `SafeUrl`. */
export const httpsUrl = z.pipe(scalars.httpsUrl, through(safeUrl))

/** The address of a feed, as an https `SafeUrl`. Calendar apps write `webcal:` for the same address. */
export const feedUrl = z.pipe(scalars.feedUrl, through(feedAddress))

/** The address of a calendar's feed. Null for visitors when it is secret (loaders/audience/withhold.ts). */
export const calendarFeedUrl = z.pipe(
  scalars.feedUrl,
  through((value): SafeUrl | null | undefined => feedAddress(value)),
)

/** The address of an uploaded file. An embedded Content Lake serves files over http. */
export const fileUrl = z.pipe(z.string(), through(safeUrl))

/** A link in rich text: a `SafeUrl`, or a place on the same site. */
export const href = z.pipe(
  scalars.href,
  through((value): SafeUrl | SitePath | undefined => sitePath(value) ?? safeUrl(value)),
)

/** The path of a page on its site. */
export const pagePath = z.pipe(scalars.sitePath, through(sitePath))

function feedAddress(value: string): SafeUrl | undefined {
  return safeUrl(value.replace(/^webcal:/i, 'https:'))
}

/** Gives a value the type of its door, which accepts all that the format accepts; a test compares them. */
function through<Link>(door: (value: string) => Link | undefined) {
  return z.transform((value: string, payload): Link => {
    const link = door(value)
    if (link !== undefined) return link
    payload.issues.push({code: 'custom', input: value, message: 'This cannot become a link.'})
    return z.NEVER
  })
}
