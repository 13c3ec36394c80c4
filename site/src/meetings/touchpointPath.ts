/** Returns the path of a touchpoint's page, which is below the meetings page. */
export function touchpointPath(pagePath: string, slug: string): string {
  return `${pagePath}${slug}/`
}

/** Returns the slug in the path of a touchpoint's page. @example slugIn('/community/meetings/', '/community/meetings/all-hands') // 'all-hands' */
export function slugIn(pagePath: string, path: string): string | undefined {
  if (!path.startsWith(pagePath)) return undefined
  const slug = path.slice(pagePath.length).replace(/\/$/, '')
  return /^[a-z0-9-]+$/.test(slug) ? slug : undefined
}
