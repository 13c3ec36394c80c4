import {hiddenTexts, isShortened} from './indirectLinks.ts'
import {linksIn, roomSchemes} from './joinDetails.ts'
import {meetingLink} from './meetingLink.ts'

const roomScheme = new RegExp(`^(?:${roomSchemes}):`, 'i')

/** Parameters that let somebody in, or start the meeting as its host. */
const accessParameter = /^(?:pwd|pass|passcode|password|pin|tk|zak|jwt|host_?key)$/i

/**
 * Returns whether a link lets its reader into a meeting, now or after a form: a room, a registration, a
 * page of numbers, a link with a passcode, or one that opens a meeting program. A link that contains
 * such a link is one too, and so is a shortened link, because it may lead anywhere. A recording is none.
 *
 * @example
 * isJoinLink('https://zoom.us/meeting/register/abc') // true
 * isJoinLink('https://example.org/agenda') // false
 */
export function isJoinLink(link: string): boolean {
  if (!/^https?:/i.test(link)) return roomScheme.test(link)
  return leadsToMeeting(link) || isShortened(link) || hiddenTexts(link).some(hasMeetingLink)
}

function hasMeetingLink(text: string): boolean {
  return linksIn(text).some(({from, text: link}) => {
    // The first link is the outer one, which was read already.
    if (from === 0 && !/^[a-z]+:/i.test(link)) return partsOf(link).some(isMeetingPart)
    return isMeetingPart(link) || partsOf(link).some(isMeetingPart)
  })
}

/** A link in a link: `r.example/?u=https://zoom.us/j/1`, `r.example/zoom.us/j/1`. */
function partsOf(link: string): string[] {
  return link.split(/(?=\bhttps?:)|[?&=#,;|]|(?<=[^/:]\/)(?=(?:[\w-]+\.)+[a-z]{2,24}\/)/i).slice(1)
}

function isMeetingPart(link: string): boolean {
  if (roomScheme.test(link)) return true
  const full = /^https?:/i.test(link) ? link.replace(/^(https?:)\/*/i, '$1//') : `https://${link}`
  return leadsToMeeting(full) || isShortened(full)
}

function leadsToMeeting(link: string): boolean {
  const kind = meetingLink(link)?.kind
  if (kind !== undefined) return kind !== 'recording' && kind !== 'page'
  const url = URL.parse(link)
  return url !== null && [...url.searchParams.keys()].some((name) => accessParameter.test(name))
}
