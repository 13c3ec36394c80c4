import type {FeedFault} from './feedRecord.ts'

/**
 * Returns the URL of a feed, or a fault if the address is not allowed.
 *
 * `webcal:` is read as `https:`. Other schemes and addresses with credentials are rejected. `http:` is
 * allowed only for hosts in `allowHosts`.
 *
 * @param allowHosts - such as `localhost:3900`; a host without a port allows any port
 */
export function feedAddress(text: string, allowHosts: readonly string[]): URL | FeedFault {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'))
  if (!url) {
    const message = `"${text}" is not a valid URL. Enter the address of the feed, such as https://example.org/basic.ics`
    return {code: 'invalid-url', message}
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The address of ${url.host} contains a user name or password, which every visitor could read. Use a public or secret feed link instead.`
    return {code: 'invalid-url', message}
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isAllowed(url, allowHosts))) {
    return url
  }
  if (url.protocol === 'http:') {
    const message = `${url.host} was not read, because http: is not encrypted. Use its https: address, or add the host to allowHosts.`
    return {code: 'blocked-address', message}
  }
  const message = `Feeds cannot be read over "${url.protocol}". Use an https: or webcal: link.`
  return {code: 'invalid-url', message}
}

export function isAllowed(url: URL, allowHosts: readonly string[]): boolean {
  return allowHosts.some((host) => host === url.host || host === url.hostname)
}
