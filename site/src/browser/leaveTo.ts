/**
 * Loads another page of this site. Ignores other addresses: a link in the page or a message of the Studio
 * must not be able to run a script or to lead away.
 */
export function leaveTo(url: URL): void {
  if (url.origin === location.origin) location.assign(url)
}
