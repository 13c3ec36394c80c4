/**
 * Normalizes a join link, so that two spellings of the same room compare as equal.
 *
 * It ignores the case of the host, a trailing slash, the fragment, and passcodes, accounts and
 * campaigns in the query. All of Zoom's host names count as one. Returns undefined when the link is not
 * a web address.
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

/** Parameters about the participant, not the room. */
const passing = /^(pwd|passcode|tk|from|uname|authuser|hs|ijlm|utm_.*|gclid|fbclid)$/i
