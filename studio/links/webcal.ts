import type {SafeUrl} from '@touchpoints/calendar/links'

/** Returns a feed's webcal URL, which calendar programs subscribe to. @example webcal(url) // 'webcal://a.org/b.ics' */
export function webcal(feed: SafeUrl): string {
  return feed.replace(/^https?:/, 'webcal:')
}
