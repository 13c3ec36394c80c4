/**
 * Loads another page of this site. Ignores other addresses: a link in the page or a message of the Studio
 * must not be able to run a script or to lead away.
 *
 * @param replaces - whether the Back button skips the current page
 */
export function leaveTo(url: URL, {replaces = false}: {replaces?: boolean} = {}): void {
  if (url.origin !== location.origin) return
  if (replaces) location.replace(url)
  else location.assign(url)
}
