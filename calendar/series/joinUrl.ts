/** Hosts whose links open a meeting. */
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
 * Where to join: the first web link among the properties made for it (CONFERENCE, RFC 7986 section
 * 5.11, and the vendors' own), else the first link to a known meeting host in the texts, in order.
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
  // One text at a time: a location that is the link spares the search of the description.
  for (const text of event.text) {
    const meeting = text === undefined ? undefined : linksIn(text).find(isMeeting)
    if (meeting !== undefined) return meeting
  }
  return undefined
}

function linksIn(text: string): string[] {
  const found = text.match(links) ?? []
  // A sentence's last mark is not the link's.
  return found.map((link) => link.replace(/[.,;:!?)\]]+$/, '')).filter((link) => URL.canParse(link))
}

function isMeeting(link: string): boolean {
  const {hostname} = new URL(link)
  return meetingHosts.some((host) => host.test(hostname))
}
