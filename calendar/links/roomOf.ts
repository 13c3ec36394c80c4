import {meetingLink} from './meetingLink.ts'
import {unwrapLink} from './unwrapLink.ts'

/**
 * Returns the room that a join link leads to, as an id that is equal for two ways to write the same room.
 *
 * Passcodes, invitations, accounts, campaigns, the provider's host names and percent-encoding don't make
 * another room. A dial-in page, a recording, a list of meetings and a home page are not rooms: undefined.
 * A link that no provider is known for is compared as a whole.
 *
 * @example
 * roomOf('https://us02web.zoom.us/j/81234567890?pwd=x') === roomOf('https://zoom.us/wc/join/81234567890')
 */
export function roomOf(link: string | undefined): string | undefined {
  if (link === undefined) return undefined
  const known = meetingLink(link)
  if (known) return known.kind === 'room' || known.kind === 'stream' ? known.id : undefined
  const target = unwrapLink(link)
  return URL.canParse(target) ? wholeLink(new URL(target)) : undefined
}

/** Parameters about the participant, not the room. */
const passing =
  /^(?:pwd|password|passcode|p|tk|from|uname|authuser|pli|hs|ijlm|invite|utm_.*|gclid|fbclid|mc_[ce]id)$/i

function wholeLink(url: URL): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  const path = url.pathname.replace(/\/+$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !passing.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  // The home page of a community is not a room: several groups link to it.
  if (path === '' && query.length === 0) return undefined
  const host = url.hostname.replace(/^www\./, '')
  return `${host}${decodedPath(path)}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
