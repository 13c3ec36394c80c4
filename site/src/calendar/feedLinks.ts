/** Returns a feed's https URL, for a download. @example httpsFeed('webcal://a.org/b.ics') // 'https://a.org/b.ics' */
export function httpsFeed(feedUrl: string): string {
  return feedUrl.replace(/^webcal:/i, 'https:')
}

/** Returns a feed's webcal URL, which calendar programs subscribe to. */
export function webcalFeed(feedUrl: string): string {
  return feedUrl.replace(/^https:/i, 'webcal:')
}
