/** A touchpoint's own page lies under the meetings page. */
export function touchpointPath(pagePath: string, slug: string): string {
  return `${pagePath}${slug}/`
}

/** @example slugIn('/community/meetings/', '/community/meetings/all-hands') // 'all-hands' */
export function slugIn(pagePath: string, path: string): string | undefined {
  if (!path.startsWith(pagePath)) return undefined
  const slug = path.slice(pagePath.length).replace(/\/$/, '')
  return /^[a-z0-9-]+$/.test(slug) ? slug : undefined
}
