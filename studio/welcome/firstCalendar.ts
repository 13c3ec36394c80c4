import * as scalars from '@touchpoints/schemas/scalars'

import type {NewDocument} from '../acts/saveChange.ts'

export type AddressReading = {kind: 'address'; feedUrl: string} | {kind: 'problem'; message: string}

/**
 * Reads the address of a calendar as people copy it: of its feed, or of the page that shows a Google calendar.
 *
 * @example readCalendarAddress('https://calendar.google.com/calendar/embed?src=a%40b.org')
 * // {kind: 'address', feedUrl: 'https://calendar.google.com/calendar/ical/a%40b.org/public/basic.ics'}
 */
export function readCalendarAddress(typed: string): AddressReading {
  const text = typed.trim().replace(/^(?:webcals?|http):\/\//i, 'https://')
  if (text === '') return {kind: 'problem', message: 'Paste the address of a calendar.'}
  const address = googleFeed(text) ?? text
  const read = scalars.feedUrl.safeParse(address)
  return read.success
    ? {kind: 'address', feedUrl: read.data}
    : {kind: 'problem', message: read.error.issues[0]?.message ?? 'Correct this address.'}
}

/** The page of a public Google calendar names it in a parameter. Its feed has it in the path. */
function googleFeed(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const {hostname, pathname, searchParams} = new URL(text)
  if (hostname !== 'calendar.google.com' || pathname.startsWith('/calendar/ical/')) return undefined
  const id = searchParams.get('src') ?? decodedId(searchParams.get('cid'))
  if (id === undefined) return undefined
  return `https://calendar.google.com/calendar/ical/${encodeURIComponent(id)}/public/basic.ics`
}

/** A link to add a calendar has its id in base64 without padding, or as it is. */
function decodedId(cid: string | null): string | undefined {
  if (cid === null || cid.includes('@')) return cid ?? undefined
  try {
    const decoded = atob(cid)
    return decoded.includes('@') ? decoded : undefined
  } catch {
    return undefined
  }
}

/** Colors with a contrast of 4.5 on white, in the order in which calendars get them. */
const colors = ['#0b57d0', '#9c4221', '#2f6b3a', '#7a3e9d', '#a61e4d'] as const

/**
 * Returns a new calendar of the community.
 *
 * @param options.id - id of the published form
 * @param options.count - number of calendars so far
 */
export function firstCalendar({
  id,
  title,
  slug,
  feedUrl,
  count,
}: {
  id: string
  title: string
  slug: string
  feedUrl: string
  count: number
}): NewDocument {
  return {
    _id: id,
    _type: 'calendar',
    title,
    slug: {_type: 'slug', current: slug},
    ownership: 'own',
    feedUrl,
    color: colors[count % colors.length],
    enabled: true,
    nonPublicEvents: 'leave-out',
    mailAddresses: 'remove',
  }
}
