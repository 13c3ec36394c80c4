import type {SanityClient} from '@sanity/client'

/**
 * Returns a check for addresses of assets that the target Content Lake serves itself.
 *
 * The lake on this machine has two names: an asset may have an address with `localhost` when the client
 * uses `127.0.0.1`.
 */
export function ownAssets(client: SanityClient): (url: unknown) => boolean {
  const {apiHost, useProjectHostname} = client.config()
  const own = new URL(apiHost)
  return (value) => {
    const url = typeof value === 'string' ? URL.parse(value) : null
    if (!url) return false
    if (useProjectHostname) return url.origin === 'https://cdn.sanity.io'
    return (
      url.origin === own.origin || (isLoopback(url) && isLoopback(own) && url.port === own.port)
    )
  }
}

function isLoopback({hostname}: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
