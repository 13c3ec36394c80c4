import {collectCadences} from '../merge/collectCadences.ts'
import {type CollectedFeeds, collectFeeds, type HiddenEvent} from '../merge/collectFeeds.ts'
import {collectTouchpoints} from '../merge/collectTouchpoints.ts'
import type {FeedItem, TouchpointItem} from '../merge/items.ts'
import type {MergedEvent} from '../merge/mergedEvent.ts'
import {mergeEvents} from '../merge/mergeEvents.ts'
import type {CadenceDates} from '../merge/readOwnCalendars.ts'
import type {CadenceInput, EventSource, FailedFeedSource, FeedSource} from '../merge/sources.ts'
import {instant, type Window} from '../merge/time.ts'
import {withoutStaleCopies} from '../merge/withoutStaleCopies.ts'
import type {CalendarsProblem} from '../problems.ts'

/** Everything that the sources say about meetings in a window, apart and merged. */
export interface Statements {
  window: Window
  /** Milliseconds since 1970. */
  now: number
  feeds: readonly FeedSource[]
  failed: readonly FailedFeedSource[]
  /** Public events of all feeds, without old copies of split series. */
  items: readonly FeedItem[]
  /** Events of feeds that are not public. They exist, and nothing else is said about them. */
  hidden: readonly HiddenEvent[]
  cadences: readonly CadenceDates[]
  sessions: readonly TouchpointItem[]
  /** Merged events that are not over. */
  upcoming: readonly MergedEvent[]
  /** All merged events. */
  events: readonly MergedEvent[]
  problems: readonly CalendarsProblem[]
}

/** Reads the sources. */
export function readStatements(
  sources: readonly EventSource[],
  window: Window,
  now: number,
): Statements {
  const feeds = sources.filter((source) => source.kind === 'feed')
  const cadences = sources.flatMap((each) => (each.kind === 'cadences' ? each.cadences : []))
  const touchpoints = sources.flatMap((each) =>
    each.kind === 'touchpoints' ? each.touchpoints : [],
  )
  const {events, problems} = mergeEvents(sources, {
    from: instant(window.from),
    to: instant(window.to),
    now: instant(now),
    timeZone: window.timeZone,
  })
  const read = eventsIn(feeds, window, now)
  return {
    window,
    now,
    feeds,
    failed: sources.filter((source) => source.kind === 'failed-feed'),
    items: publicItems(read.items),
    hidden: read.hidden,
    cadences: datesIn(cadences, window),
    sessions: collectTouchpoints(touchpoints, window).items,
    upcoming: events.filter(({end}) => endMs(end) > now),
    events,
    problems,
  }
}

/** Returns the public events of feeds in a window, without old copies of split series. */
export function itemsIn(feeds: readonly FeedSource[], window: Window, now: number): FeedItem[] {
  return publicItems(eventsIn(feeds, window, now).items)
}

function publicItems(items: readonly FeedItem[]): FeedItem[] {
  return withoutStaleCopies(items.filter(({busy}) => !busy)).items
}

/** Returns every event of feeds in a window, also those that are not public. */
export function eventsIn(
  feeds: readonly FeedSource[],
  window: Window,
  now: number,
): Pick<CollectedFeeds, 'items' | 'hidden' | 'problems'> {
  return collectFeeds(feeds, window, {now, max: Infinity})
}

/** Returns the dates of cadences in a window. */
export function datesIn(cadences: readonly CadenceInput[], window: Window): CadenceDates[] {
  return collectCadences(cadences, window).cadences
}

/** Dates and local times are read as UTC, which is near enough to say whether an event is over. */
function endMs(end: string): number {
  return Date.parse(/T.*[^Z]$/.test(end) ? `${end}Z` : end)
}
