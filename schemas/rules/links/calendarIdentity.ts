/** Which calendar a link is about: the same for its feed, its page and its spellings. */
export interface CalendarIdentity {
  provider: 'google' | 'teamup' | 'other'
  id: string
}

/**
 * Every calendar a feed or public link shows. More than one only for an embedded Google calendar, which
 * overlays as many as its link names.
 *
 * @example
 * calendarsOf('https://calendar.google.com/calendar/ical/a%40example.org/public/basic.ics')
 * // [{provider: 'google', id: 'a@example.org'}]
 */
export function calendarsOf(link: string): CalendarIdentity[] {
  if (!URL.canParse(link)) return []
  const url = new URL(link.replace(/^webcals?:/i, 'https:'))
  if (url.hostname === 'calendar.google.com') return google(url)
  if (/(?:^|\.)teamup\.com$/.test(url.hostname)) return teamup(url)
  return [{provider: 'other', id: `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}`}]
}

function google(url: URL): CalendarIdentity[] {
  const inPath = /\/calendar\/ical\/([^/]+)\//.exec(url.pathname)?.[1]
  const ids = inPath === undefined ? url.searchParams.getAll('src') : [decoded(inPath)]
  return [...new Set(ids)].map((id) => ({provider: 'google', id: id.toLowerCase()}))
}

/** Both `teamup.com/KEY` and `ics.teamup.com/feed/KEY/0.ics` name a calendar by its key. */
function teamup(url: URL): CalendarIdentity[] {
  const [first, second] = url.pathname.split('/').filter(Boolean)
  const id = first === 'feed' ? second : first
  return id === undefined ? [] : [{provider: 'teamup', id}]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
