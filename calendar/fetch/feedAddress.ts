import type {FeedFault} from './feedRecord.ts'

/**
 * Where a feed is read: `webcal:` is the same as `https:`. Other schemes, and credentials within the
 * address, are refused; `http:` too, but for hosts allowed by name.
 *
 * @param allowHosts - such as `localhost:3900`; a host without a port means any port of it
 */
export function feedAddress(text: string, allowHosts: readonly string[]): URL | FeedFault {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'))
  if (!url) {
    const message = `"${text}" is no link. Set the feed's address, such as https://example.org/basic.ics`
    return {code: 'invalid-url', message}
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The address of ${url.host} holds a user name or password, which every visitor could read. Use a public or secret feed link instead.`
    return {code: 'invalid-url', message}
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isAllowed(url, allowHosts))) {
    return url
  }
  if (url.protocol === 'http:') {
    const message = `${url.host} is read without encryption. Use its https: address, or allow the host by name.`
    return {code: 'blocked-address', message}
  }
  const message = `"${url.protocol}" is no way to read a feed. Use an https: or webcal: link.`
  return {code: 'invalid-url', message}
}

export function isAllowed(url: URL, allowHosts: readonly string[]): boolean {
  return allowHosts.some((host) => host === url.host || host === url.hostname)
}
