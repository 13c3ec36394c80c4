import type {CalendarsProblem} from '../problems.ts'
import type {Occurrence} from '../types.ts'
import {maxOccurrencesOfMerge} from '../limits.ts'
import {expandFeed} from './expandFeed.ts'
import {byKey, type FeedItem} from './items.ts'
import {limitItems} from './limitEvents.ts'
import type {FeedSource, TitleFilter} from './sources.ts'
import {instant, spanOf, toMs, type Window} from './time.ts'

/**
 * Returns every occurrence of the feeds that overlaps the window and matches its feed's title filters,
 * within the limits of each calendar and of the merge.
 */
export function collectFeeds(
  feeds: readonly FeedSource[],
  window: Window,
  {now, max}: {now: number | undefined; max: number},
): {items: FeedItem[]; problems: CalendarsProblem[]; dropped: FeedItem[]} {
  const read = feeds.map((feed) => collectFeed(feed, window, now))
  const all = withUniqueKeys(read.flatMap(({items}) => items))
  const {kept, dropped, problems} = limitItems(all, Math.min(max, maxOccurrencesOfMerge), now)
  return {
    items: kept,
    dropped,
    problems: [...read.flatMap(({problems: ofFeed}) => ofFeed), ...problems],
  }
}

function collectFeed(feed: FeedSource, window: Window, now: number | undefined) {
  const {timeZone} = window
  const result = expandFeed(feed, window, now)
  const problems = [...(feed.problems ?? []), ...feed.calendar.problems, ...result.problems]
  const items = result.occurrences
    .filter(({title}) => matchesFilters(title, feed.titleFilters ?? []))
    .map((occurrence) => itemOf(feed, inCalendarZone(occurrence, feed.timeZone), timeZone))
  return {
    items,
    problems: problems.map((problem) => ({...problem, source: feed.id})),
  }
}

function matchesFilters(title: string, filters: readonly TitleFilter[]): boolean {
  const lowered = title.toLowerCase()
  const matches = ({text}: TitleFilter) => lowered.includes(text.toLowerCase())
  const including = filters.filter(({action}) => action === 'include')
  if (filters.some((filter) => filter.action === 'exclude' && matches(filter))) return false
  return including.length === 0 || including.some(matches)
}

/** Converts a floating occurrence to the calendar's zone, if the calendar document has one. */
function inCalendarZone(occurrence: Occurrence, zone: string | undefined): Occurrence {
  if (!zone || !occurrence.floating) return occurrence
  const {start, end, recurrenceId} = occurrence
  const inZone = (time: string) => instant(toMs(time, occurrence, zone))
  return {
    ...occurrence,
    floating: false,
    timeZone: zone,
    start: inZone(start),
    end: inZone(end),
    ...(recurrenceId && {recurrenceId: inZone(recurrenceId)}),
  }
}

function itemOf(feed: FeedSource, occurrence: Occurrence, zone: string): FeedItem {
  const {uid, recurrenceId, title, url, joinUrl} = occurrence
  const span = spanOf(occurrence, zone)
  return {
    kind: 'feed',
    key: recurrenceId ? `${feed.id}/${uid}/${recurrenceId}` : `${feed.id}/${uid}`,
    group: `feed ${feed.id}`,
    title,
    ...(url && {url}),
    ...(joinUrl && {joinUrl}),
    span,
    feed: {id: feed.id, title: feed.title, own: feed.own},
    occurrence,
    recurrenceMs: recurrenceId ? recurrenceMs(recurrenceId, zone) : span.startMs,
  }
}

/**
 * Returns the recurrence id in milliseconds. Its form follows from its syntax, because it may differ
 * from the form of its occurrence.
 */
function recurrenceMs(recurrenceId: string, zone: string): number {
  const allDay = !recurrenceId.includes('T')
  return toMs(recurrenceId, {allDay, floating: !allDay && !recurrenceId.endsWith('Z')}, zone)
}

/**
 * Makes keys unique. Broken feeds repeat a UID for different events; both are kept, and numbered by
 * time.
 */
function withUniqueKeys(items: FeedItem[]): FeedItem[] {
  const seen = new Map<string, number>()
  return items.toSorted(byTime).map((item) => {
    const count = (seen.get(item.key) ?? 0) + 1
    seen.set(item.key, count)
    return count === 1 ? item : {...item, key: `${item.key}#${count}`}
  })
}

function byTime(a: FeedItem, b: FeedItem): number {
  return (
    a.span.startMs - b.span.startMs || a.span.endMs - b.span.endMs || byKey(a, b) || byText(a, b)
  )
}

/**
 * Compares the content of two items with the same key. Comparing every occurrence this way would cost
 * more than merging.
 */
function byText(a: FeedItem, b: FeedItem): number {
  return JSON.stringify(a.occurrence) < JSON.stringify(b.occurrence) ? -1 : 1
}
