/**
 * A link to join, so that two ways of writing one room compare equal: no case in the host, no
 * trailing slash or fragment, no passcode, account or campaign in the query, and Zoom's many host
 * names as one. Undefined when it is no web address.
 *
 * @example
 * normalJoinLink('https://us02web.zoom.us/j/123?pwd=x') === normalJoinLink('https://zoom.us/j/123/')
 */
export function normalJoinLink(link: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const host = url.hostname.endsWith('.zoom.us') ? 'zoom.us' : url.hostname.replace(/^www\./, '')
  const query = [...url.searchParams]
    .filter(([name]) => !passing.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const path = url.pathname.replace(/\/+$/, '')
  return `${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Parameters that say who comes and how, not where to. */
const passing = /^(pwd|passcode|tk|from|uname|authuser|hs|ijlm|utm_.*|gclid|fbclid)$/i
