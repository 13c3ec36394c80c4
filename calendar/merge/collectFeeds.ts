import type {CalendarsProblem} from '../problems.ts'
import type {Occurrence} from '../types.ts'
import {maxOccurrencesOfMerge} from '../limits.ts'
import {expandFeed} from './expandFeed.ts'
import {byKey, type FeedItem} from './items.ts'
import {limitItems} from './limitEvents.ts'
import {publishable} from './publishable.ts'
import type {FeedSource, TitleFilter} from './sources.ts'
import {instant, spanOf, toMs, type Window} from './time.ts'

export interface HiddenEvent {
  feedId: string
  uid: string
  startMs: number
}

export interface CollectOptions {
  /** Milliseconds since 1970. */
  now: number | undefined
  /** Maximum of items. `maxOccurrencesOfMerge` always applies. */
  max: number
  /** UIDs that touchpoints name. A busy time of such an event would show it twice. */
  namedUids?: ReadonlySet<string>
}

export interface CollectedFeeds {
  items: FeedItem[]
  /** Items that a limit left out. */
  dropped: FeedItem[]
  /** Events that exist in a feed and are not published, so that no one takes them for removed. */
  hidden: HiddenEvent[]
  problems: CalendarsProblem[]
}

/**
 * Returns every occurrence of the feeds that overlaps the window, matches its feed's title filters and may
 * be published, within the limits of each calendar and of the merge. Nothing after this sees an event that
 * may not, so it can change no title, no link and no other event.
 */
export function collectFeeds(
  feeds: readonly FeedSource[],
  window: Window,
  {now, max, namedUids = new Set()}: CollectOptions,
): CollectedFeeds {
  const read = feeds.map((feed) => collectFeed(feed, window, now))
  const shown = read.flatMap(({items}) => items)
  const shownUids = new Set(shown.map(({occurrence}) => occurrence.uid))
  const busy = read
    .flatMap((each) => each.busy)
    .filter(({uid}) => !shownUids.has(uid) && !namedUids.has(uid))
    .map(({item}) => item)
  const all = withUniqueKeys([...shown, ...oncePerTime(busy)])
  const {kept, dropped, problems} = limitItems(all, Math.min(max, maxOccurrencesOfMerge), now)
  return {
    items: kept,
    dropped,
    hidden: read.flatMap(({hidden}) => hidden),
    problems: [...read.flatMap(({problems: ofFeed}) => ofFeed), ...problems],
  }
}

function collectFeed(feed: FeedSource, window: Window, now: number | undefined) {
  const {timeZone} = window
  const result = expandFeed(feed, window, now)
  const problems = [...(feed.problems ?? []), ...feed.calendar.problems, ...result.problems]
  const items: FeedItem[] = []
  const busy: {uid: string; item: FeedItem}[] = []
  const hidden: HiddenEvent[] = []
  const seen = new Map<string, string>()
  for (const read of result.occurrences) {
    if (!matchesFilters(read.title, feed.titleFilters ?? [])) continue
    const inZone = inCalendarZone(read, feed.timeZone)
    const published = publishable(inZone, feed, seen)
    if (published.kind !== 'shown') {
      const {startMs} = spanOf(inZone, timeZone)
      hidden.push({feedId: feed.id, uid: read.uid, startMs})
    }
    if (published.kind === 'hidden') continue
    const isBusy = published.kind === 'busy'
    const item = itemOf(feed, published.occurrence, timeZone, isBusy)
    if (isBusy) busy.push({uid: read.uid, item})
    else items.push(item)
  }
  return {
    items,
    busy,
    hidden,
    problems: problems.map((problem) => ({...problem, source: feed.id})),
  }
}

/** Two private events at the same time are one busy time. */
function oncePerTime(items: readonly FeedItem[]): FeedItem[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
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

function itemOf(feed: FeedSource, occurrence: Occurrence, zone: string, busy: boolean): FeedItem {
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
    busy,
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
