const hosted = /^(?:(?:(?<project>[a-z0-9-]+)\.)?(?:api|apicdn)|cdn)\.sanity\.(?:io|work)\.?$/i

/** Returns whether a host name is an API or an asset server of the hosted service. */
export function isHostedHost(name: string): boolean {
  return hosted.test(name)
}

/**
 * Returns the `Host` of a lake for a `Host` of the hosted service. Another host stays as it is.
 *
 * @param lake - host name and port of the lake, such as `localhost:3900`
 * @example
 * lakeHost('abc123.api.sanity.io', 'localhost:3900') // 'abc123.localhost:3900'
 * lakeHost('cdn.sanity.io', 'localhost:3900') // 'localhost:3900'
 */
export function lakeHost(host: string, lake: string): string {
  const match = hosted.exec(host.replace(/:\d+$/, ''))
  if (!match) return host
  const project = match.groups?.['project']
  return project === undefined ? lake : `${project.toLowerCase()}.${lake}`
}
