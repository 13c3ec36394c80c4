import {meetingLink} from '../links/meetingLink.ts'
import {safeUrl, type SafeUrl} from '../links/safeUrl.ts'
import {unwrapLink} from '../links/unwrapLink.ts'
import type {ContentLine} from '../text/contentLine.ts'
import {unescapeText} from '../text/unescapeText.ts'
import {linksIn} from './linksIn.ts'

/** What an event says about joining it. */
export interface JoinSources {
  /** The lines of the properties made for it, see `conferenceProperties`. */
  properties: readonly ContentLine[]
  /** Decoded location, URL and description, in this order. */
  texts: readonly (string | undefined)[]
}

/** The properties made for a join link: CONFERENCE (RFC 7986 section 5.11) and the vendors' own. */
export const conferenceProperties = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
] as const

/**
 * Returns the join link of a meeting: a room, and nothing else.
 *
 * It is the link in the properties made for it, video and audio first. A property may name a host that
 * no provider uses. Otherwise it is the first link to a room in the texts, then the first to a live
 * stream. Redirects are unwrapped. Recordings, phone numbers, lists of meetings and the host's own links
 * are never join links (`calendar/links/providers.ts` has the forms of each provider).
 *
 * @example
 * joinUrl({properties: [], texts: ['Room 1', 'Join: https://meet.google.com/abc-defg-hij.']})
 * // 'https://meet.google.com/abc-defg-hij'
 */
export function joinUrl({properties, texts}: JoinSources): SafeUrl | undefined {
  const named = properties
    .filter((line) => rankOf(line) < neverPublished)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({value}) => linksIn(unescapeText(value)).flatMap(targetOf))
    .find((link) => isRoom(link) ?? true)
  if (named !== undefined) return named
  let stream: SafeUrl | undefined
  // If the location is the link, the description doesn't need to be searched.
  for (const text of texts) {
    for (const link of text === undefined ? [] : linksIn(text)) {
      const kind = meetingLink(link)?.kind
      const [target] = targetOf(link)
      if (kind === 'room' && target) return target
      if (kind === 'stream') stream ??= target
    }
  }
  return stream
}

/** Returns where a link leads to. A redirect can wrap any address, so the target passes the door. */
function targetOf(link: string): SafeUrl[] {
  const target = safeUrl(unwrapLink(link))
  return target === undefined ? [] : [target]
}

/** Returns whether a link is a room or a stream. Undefined for a host that no provider uses. */
function isRoom(link: string): boolean | undefined {
  const known = meetingLink(link)
  return known && (known.kind === 'room' || known.kind === 'stream')
}

const neverPublished = 3

/** Orders the links of one event by the FEATURE parameter (RFC 7986 section 6.3). */
function rankOf({name, params}: ContentLine): number {
  if (name !== 'CONFERENCE') return 1
  const features = (params.get('FEATURE') ?? '')
    .toUpperCase()
    .split(',')
    .map((each) => each.trim())
  if (features.includes('MODERATOR') || features.includes('FEED')) return neverPublished
  if (features.includes('VIDEO') || features.includes('AUDIO')) return 0
  return features.includes('') ? 1 : 2
}
