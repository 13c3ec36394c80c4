import {lru} from 'tiny-lru'
import type {CalendarLimits} from '../limits.ts'
import {parseCalendar, type ParseOptions} from '../parseCalendar.ts'
import type {Calendar, OccurrencesResult} from '../types.ts'
import type {FeedCache} from './feedCache.ts'
import type {FeedGuard, FeedText} from './feedGuard.ts'

interface Parsed {
  text: string
  calendar: Calendar
}

export interface CopyOptions {
  cache: FeedCache
  calendarLimits: CalendarLimits
  guard: FeedGuard
  parse: (text: string, options: ParseOptions) => Calendar
}

/** How a text is parsed by default. */
export const defaultParse: CopyOptions['parse'] = parseCalendar

/**
 * The last parsed calendar of each feed, by cache.
 *
 * An unchanged text is not parsed again at each page view, and its next window reuses the decoded
 * events. Entries are released with their cache.
 */
const parsed = new WeakMap<FeedCache, Map<string, Parsed>>()

/**
 * Returns the calendar of a feed's text. The guard watches parsing and each expansion.
 *
 * @throws TextRefused when the guard refuses the text
 */
export function parsedCopy(
  id: string,
  text: string,
  {cache, calendarLimits: limits, guard, parse}: CopyOptions,
): Calendar {
  const calendars = parsed.get(cache) ?? new Map<string, Parsed>()
  parsed.set(cache, calendars)
  return guard.run({id, text}, () => {
    const known = calendars.get(id)
    if (known?.text === text) return known.calendar
    const calendar = watched(parse(text, {limits}), {id, text}, guard)
    calendars.set(id, {text, calendar})
    return calendar
  })
}

/** Windows of one calendar to remember: a page and a feed need seven each. */
const maxWindows = 24

/**
 * Returns the calendar with a guard on each expansion, and with its last results.
 *
 * A dense calendar takes up to half a second for a window, and each page view needs the same windows.
 */
function watched(calendar: Calendar, feed: FeedText, guard: FeedGuard): Calendar {
  const results = lru<OccurrencesResult>(maxWindows)
  return {
    ...calendar,
    between(from, to, options) {
      const key = JSON.stringify([from, to, options])
      const known = results.get(key)
      if (known) return known
      const result = guard.run(feed, () => calendar.between(from, to, options))
      results.set(key, result)
      return result
    },
  }
}
