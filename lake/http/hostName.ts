/**
 * Returns the name in a host such as `ABC.localhost.:3900`, without its port, in the one form in which names are
 * compared: in lower case, and without the dot at its end, which DNS ignores.
 */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')
}
