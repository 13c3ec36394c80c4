/**
 * Returns every link in a document, at any depth, without the fragment (`#…`), which a server never
 * receives. Excludes feeds, which have a check of their own.
 */
export function linksOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    const isLink = name !== 'feedUrl' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value)
    return isLink ? [value.replace(/#.*$/, '')] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => linksOf(each, key))
}
