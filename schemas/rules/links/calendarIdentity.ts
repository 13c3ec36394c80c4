/** Identifies a calendar. Its feed, its web page and other spellings of the link have the same identity. */
export interface CalendarIdentity {
  provider: 'google' | 'teamup' | 'other'
  id: string
}

/**
 * Returns the calendars that a feed or a public link shows.
 *
 * Only the link of an embedded Google calendar can show more than one.
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

/** Reads the calendar's key from `teamup.com/KEY` or `ics.teamup.com/feed/KEY/0.ics`. */
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
