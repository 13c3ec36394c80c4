/** The feed as a file to download. @example httpsFeed('webcal://a.org/b.ics') // 'https://a.org/b.ics' */
export function httpsFeed(feedUrl: string): string {
  return feedUrl.replace(/^webcal:/i, 'https:')
}

/** The feed as an address that calendar programs subscribe to. */
export function webcalFeed(feedUrl: string): string {
  return feedUrl.replace(/^https:/i, 'webcal:')
}
