/**
 * A link in stored text, made short when it means a place on the page it stands on: editors paste
 * the whole address of a section, which would load the page anew and leave a preview.
 *
 * @example onThisPage('https://example.org/meetings/#calendar', new URL('http://localhost/meetings/'))
 * // '#calendar'
 */
export function onThisPage(href: string, page: URL): string {
  const target = URL.canParse(href, page) ? new URL(href, page) : undefined
  if (!target?.hash) return href
  return target.pathname === page.pathname ? target.hash : href
}
