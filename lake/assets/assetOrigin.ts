import type {StoredDocument} from '../document.ts'
import {isLoopbackHost, isLoopbackOrigin} from '../http/guard.ts'
import {hostName} from '../http/hostName.ts'

/**
 * Returns the origin for the `url` of an asset that a request uploads.
 *
 * A proxy that ends TLS passes requests on over http, and a command on the same machine uses a loopback name.
 * Both get the lake's address, so that a browser can load the asset. Another host name stays.
 *
 * @param address - the address of the lake, such as `https://studio.example.org`. Undefined before it listens
 */
export function uploadOrigin(requested: URL, address: string | undefined): string {
  if (address !== undefined && !isLoopbackOrigin(address)) {
    const isOwn = requested.hostname === new URL(address).hostname
    if (isOwn || isLoopbackHost(requested.host)) return address
  }
  return reachableOrigin(requested)
}

/**
 * Returns an asset with a `url` that the client of an export can load: a client on the lake's machine has no
 * login for the address that browsers use.
 */
export function exportedAsset(document: StoredDocument, requested: URL): StoredDocument {
  const {url, path} = document
  if (typeof url !== 'string' || typeof path !== 'string') return document
  if (!document._type.startsWith('sanity.') || isLoopbackOrigin(url)) return document
  if (!isLoopbackHost(requested.host)) return document
  return {...document, url: `${reachableOrigin(requested)}/${path}`}
}

/** Replaces `<project>.localhost`, which a Studio uses, by `localhost`: Node does not resolve the first. */
function reachableOrigin(url: URL): string {
  const origin = new URL(url.origin)
  if (hostName(origin.host).endsWith('.localhost')) origin.hostname = 'localhost'
  return origin.origin
}
