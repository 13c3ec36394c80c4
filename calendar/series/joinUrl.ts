/** Hosts of meeting links. */
const meetingHosts = [
  /^(?:[\w-]+\.)*zoom\.us$/,
  /^(?:[\w-]+\.)*zoomgov\.com$/,
  /^zoom-lfx\.platform\.linuxfoundation\.org$/,
  /^meet\.google\.com$/,
  /^teams\.(?:microsoft|live)\.com$/,
  /^(?:[\w-]+\.)*webex\.com$/,
  /^meet\.jit\.si$/,
  /^whereby\.com$/,
  /^(?:[\w-]+\.)*bigbluebutton\.org$/,
  /^(?:[\w-]+\.)*gotomeeting\.com$/,
  /^meet\.goto\.com$/,
  /^(?:app\.)?gather\.town$/,
]

const links = /https?:\/\/[^\s<>"'\\^`{|}]+/gi

/**
 * Returns the join link of a meeting.
 *
 * It is the first web link in the properties made for it (CONFERENCE, RFC 7986 section 5.11, and the
 * vendors' own). Otherwise it is the first link to a known meeting host in the texts, in order.
 *
 * @example
 * joinUrl({properties: [], text: ['Room 1', 'Join: https://meet.google.com/abc-defg-hij.']})
 * // 'https://meet.google.com/abc-defg-hij'
 */
export function joinUrl(event: {
  properties: readonly string[]
  text: readonly (string | undefined)[]
}): string | undefined {
  const named = event.properties.flatMap(linksIn)[0]
  if (named !== undefined) return named
  // If the location is the link, the description doesn't need to be searched.
  for (const text of event.text) {
    const meeting = text === undefined ? undefined : linksIn(text).find(isMeeting)
    if (meeting !== undefined) return meeting
  }
  return undefined
}

function linksIn(text: string): string[] {
  const matches = text.match(links) ?? []
  // Punctuation at the end of a sentence is not part of the link.
  return matches
    .map((link) => link.replace(/[.,;:!?)\]]+$/, ''))
    .filter((link) => URL.canParse(link))
}

function isMeeting(link: string): boolean {
  const {hostname} = new URL(link)
  return meetingHosts.some((host) => host.test(hostname))
}
