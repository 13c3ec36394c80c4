import {feedFolders, type FeedFilter} from '../links/feedPath.ts'
import {fileName} from '../links/eventFile.ts'
import {withBase} from '../links/base.ts'
import {environment} from '../loader.ts'
import {calendarHandler} from './calendarHandler.ts'

/** The address of a feed as a file. */
export interface FeedFile {
  /** Absent for the default language. */
  language?: string | undefined
  folder: string
  slug: string
  name: string
}

/** Names of the files that the calendar has for a part of it. */
export const partNames = ['calendar.ics', 'feed.xml'] as const

/** Names of the calendar and the feeds of the whole site. */
export const feedNames = [
  'calendar.ics',
  'events.json',
  'feed.json',
  'feed.xml',
  'recordings.json',
  'recordings.xml',
] as const

/**
 * Responds with the feed of a group, a series or a topic at the address of a file. Its content is that of the feed
 * with a filter.
 *
 * @param storedTopic - the text of a topic by its slug. Undefined for a slug that no topic has.
 */
export async function partFeed(
  {language, folder, slug, name}: FeedFile,
  storedTopic: (slug: string) => Promise<string | undefined>,
): Promise<Response> {
  const filter = filterOf(folder)
  if (!filter || !partNames.some((each) => each === name)) return notFound()
  const value = filter === 'topic' ? await storedTopic(slug) : slug
  return value === undefined ? notFound() : calendarReply(language, name, {[filter]: value})
}

/** Responds with the file of one event. Its address has a hash of the event's id. */
export async function eventReply(language: string | undefined, file: string): Promise<Response> {
  const ids = await eventIds(language)
  const id = ids.find((each) => fileName(each) === file)
  return id === undefined ? notFound() : calendarReply(language, 'calendar.ics', {event: id})
}

/** Returns the ids of the events that have a file. */
export async function eventIds(language: string | undefined): Promise<string[]> {
  const response = await calendarReply(language, 'events.json')
  if (!response.ok) return []
  const {events}: {events: {id: string}[]} = await response.json()
  return events.map(({id}) => id)
}

/** Asks the calendar's handler for a representation. */
export function calendarReply(
  language: string | undefined,
  name: string,
  filters: Record<string, string> = {},
): Promise<Response> {
  const prefix = language === undefined ? '' : `/${language}`
  const url = new URL(withBase(`${prefix}/api/${name}`), environment.siteUrl)
  for (const [filter, value] of Object.entries(filters)) url.searchParams.set(filter, value)
  return calendarHandler(new Request(url))
}

function filterOf(folder: string): FeedFilter | undefined {
  const filters = ['working-group', 'series', 'topic'] as const
  return filters.find((each) => feedFolders[each] === folder)
}

function notFound(): Response {
  return new Response(null, {status: 404})
}
