/**
 * Every link of a document, wherever in it, without the part after `#`, which no server is told. Feeds
 * are looked at on their own, and an asset's address is the Content Lake's.
 */
export function linksOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    const isLink = name !== 'feedUrl' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value)
    return isLink ? [value.replace(/#.*$/, '')] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => linksOf(each, key))
}
