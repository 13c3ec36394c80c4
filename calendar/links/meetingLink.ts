import {type LinkKind, type ProviderName, providerOf} from './providers.ts'
import {unwrapLink} from './unwrapLink.ts'

/**
 * What a link means for a meeting.
 *
 * `room` and `stream` have an `id`, which is equal for every way to write the same room. `provider` is
 * absent for a host that no provider uses. Then only the form of the link says what it is.
 */
export type MeetingLink =
  | {kind: 'room' | 'stream'; provider?: ProviderName; id: string}
  | {kind: Exclude<LinkKind, 'room' | 'stream'>; provider?: ProviderName}

/**
 * Reads a link: whether it leads to a room, and to which one.
 *
 * Redirects are unwrapped first. Returns undefined for a link that says nothing about a meeting, and for
 * text that is not a web link.
 *
 * @example
 * meetingLink('https://us02web.zoom.us/j/81234567890?pwd=x') // {kind: 'room', provider: 'zoom', id: 'zoom:81234567890'}
 * meetingLink('https://zoom.us/rec/share/abc') // {kind: 'recording', provider: 'zoom'}
 * meetingLink('https://example.org/notes') // undefined
 */
export function meetingLink(link: string): MeetingLink | undefined {
  const target = unwrapLink(link)
  if (!URL.canParse(target)) return undefined
  const url = new URL(target)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  const host = url.hostname.replace(/^www\./, '')
  const found = providerOf(host)
  if (!found) return ofUnknownHost(url, host)
  const {name, provider} = found
  const path = `${url.pathname.replace(/\/{2,}/g, '/')}${url.search}${url.hash.includes('/') ? url.hash : ''}`
  for (const {kind, path: pattern} of provider.rules) {
    const match = pattern.exec(path)
    if (!match) continue
    if (kind !== 'room' && kind !== 'stream') return {kind, provider: name}
    const id = roomId(match[1] ?? path, provider.caseSensitive ?? false)
    return {kind, provider: name, id: `${scopeOf(name, host)}:${id}`}
  }
  return {kind: 'page', provider: name}
}

/** The ids of these providers are unique on one host only: another community can have the same name. */
const perHost: ReadonlySet<ProviderName> = new Set(['jitsi', 'webex', 'bigbluebutton', 'whereby'])

function scopeOf(name: ProviderName, host: string): string {
  if (name === 'zoom' && host.includes('zoomgov')) return 'zoomgov'
  return perHost.has(name) ? `${name}:${host}` : name
}

/** Writes one id in one way: percent-encoding, case, and the groups in which people write digits. */
function roomId(written: string, caseSensitive: boolean): string {
  const text = decoded(written).replace(/\/+$/, '')
  const compact = /^[\d-]+$/.test(text) || /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(text)
  const id = compact ? text.replaceAll('-', '') : text
  return caseSensitive ? id : id.toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Communities run their own Jitsi, BigBlueButton or Nextcloud. These host names, followed by one room,
 * are usual for them.
 */
const ownMeetingHost =
  /^(?:meet|jitsi|bbb|webconf|visio|conf(?:erence)?|talk|video|call|room)s?\d*\.[\w-]+(?:\.[\w-]+)+$/
const greenlightRoom = /^\/(?:b|gl|rooms)\/([a-z\d]{3}(?:-[a-z\d]{3}){2,3})\b/i
const nextcloudTalk = /^\/(?:index\.php\/)?call\/([a-z\d]{8,})(?:$|[/?#])/i
const oneSegment = /^\/([\w%.~-]{3,})\/?$/
const fileOrPage =
  /\.(?:ics|pdf|html?|md|txt|png|jpe?g|mp4|xml|json)$|^\/(?:about|login|home|docs|help|events?|recordings?|calendar|schedule)\b/i

function ofUnknownHost({pathname}: URL, host: string): MeetingLink | undefined {
  if (/\/playback\/presentation\//i.test(pathname)) return {kind: 'recording'}
  if (/\.ics$/i.test(pathname)) return {kind: 'calendar-file'}
  if (/\/dialInInfo\.html$/i.test(pathname)) return {kind: 'dial-in'}
  const room = greenlightRoom.exec(pathname) ?? nextcloudTalk.exec(pathname)
  if (room?.[1]) return {kind: 'room', id: `${host}:${room[1].toLowerCase()}`}
  if (!ownMeetingHost.test(host) || fileOrPage.test(pathname)) return undefined
  const segment = oneSegment.exec(pathname)?.[1]
  return segment ? {kind: 'room', id: `${host}:${decoded(segment).toLowerCase()}`} : undefined
}
