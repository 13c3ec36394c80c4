import {parseCalendar} from '../parseCalendar.ts'
import type {Calendar} from '../types.ts'
import type {FeedCache} from './feedCache.ts'

interface Parsed {
  text: string
  calendar: Calendar
}

/**
 * The last parsed calendar of each feed, by cache.
 *
 * An unchanged text is not parsed again at each page view, and its next window reuses the decoded
 * events. Entries are released with their cache.
 */
const parsed = new WeakMap<FeedCache, Map<string, Parsed>>()

export function parsedCopy(cache: FeedCache, key: string, text: string): Calendar {
  const calendars = parsed.get(cache) ?? new Map<string, Parsed>()
  parsed.set(cache, calendars)
  const known = calendars.get(key)
  if (known?.text === text) return known.calendar
  const calendar = parseCalendar(text)
  calendars.set(key, {text, calendar})
  return calendar
}
