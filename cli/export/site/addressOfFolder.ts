/**
 * Returns what the addresses of the files in a folder of the site begin with.
 *
 * @param base - address of the site, or the path of its root, such as `/project/`. Defaults to `/`
 * @example addressOfFolder('touchpoints', 'https://example.org/project') // 'https://example.org/project/touchpoints/'
 */
export function addressOfFolder(path: string, base = '/'): string {
  const root = base.endsWith('/') ? base : `${base}/`
  if (URL.canParse(root)) return new URL(`${path}/`, root).href
  return `${root.startsWith('/') ? '' : '/'}${root}${path}/`
}
