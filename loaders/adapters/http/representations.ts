import {
  icalendar,
  jsonFeed,
  recordingItems,
  rss,
  touchpointItems,
  type FeedOptions,
  type PublishedEvent,
  type RevisionOf,
} from '../../feeds/index.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {requestedEvents} from './eventFilter.ts'

/** What a way out is made from. */
export interface Asked {
  snapshot: CalendarSnapshot
  query: URLSearchParams
  /** The address asked for, as a visitor sees it. */
  url: string
  /** The page that the feeds belong to. */
  pageUrl: string
  host: string
  revisionOf: RevisionOf
}

export interface Representation {
  contentType: string
  write(asked: Asked): string
}

const json = 'application/json; charset=utf-8'
const feed = 'application/feed+json; charset=utf-8'
const xml = 'application/rss+xml; charset=utf-8'

/** Each way out by the name it is asked for. */
export const representations: ReadonlyMap<string, Representation> = new Map([
  ['events.json', {contentType: json, write: writeEvents}],
  ['calendar.ics', {contentType: 'text/calendar; charset=utf-8', write: writeCalendar}],
  ['feed.json', {contentType: feed, write: (asked) => writeJsonFeed(asked, upcoming(asked))}],
  ['feed.xml', {contentType: xml, write: (asked) => rss(upcoming(asked), feedOptions(asked))}],
  ['recordings.json', {contentType: feed, write: (asked) => writeJsonFeed(asked, recorded(asked))}],
  [
    'recordings.xml',
    {contentType: xml, write: (asked) => rss(recorded(asked), feedOptions(asked))},
  ],
])

function writeEvents({snapshot, query}: Asked): string {
  const eventFile = 'calendar.ics?event={id}'
  return JSON.stringify({...snapshot.document, eventFile, events: requestedEvents(snapshot, query)})
}

function writeCalendar({snapshot, query, url, host, revisionOf}: Asked): string {
  const events = requestedEvents(snapshot, query)
  return icalendar(events, {title: titleOf(snapshot, query, events), url, host, revisionOf})
}

function writeJsonFeed(asked: Asked, items: ReturnType<typeof recordingItems>): string {
  return JSON.stringify(jsonFeed(items, feedOptions(asked)))
}

function upcoming({snapshot, query}: Asked) {
  return touchpointItems(requestedEvents(snapshot, query), snapshot.now)
}

function recorded({snapshot}: Asked) {
  return recordingItems(snapshot.recordings)
}

function feedOptions({snapshot, url, pageUrl}: Asked): FeedOptions {
  return {title: snapshot.document.title, pageUrl, feedUrl: url}
}

/** A program lists subscriptions by title: one series is told from the whole by its own. */
function titleOf(
  snapshot: CalendarSnapshot,
  query: URLSearchParams,
  events: PublishedEvent[],
): string {
  const [series, group] = [query.get('series'), query.get('working-group')]
  const named =
    snapshot.series.find(({slug, _id}) => slug === series || _id === series) ??
    snapshot.workingGroups.find(({slug, _id}) => slug === group || _id === group)
  if (named) return named.title
  if (query.has('event')) return events[0]?.title ?? snapshot.document.title
  const narrowed = [query.get('topic'), query.get('region')].filter(Boolean).join(', ')
  return narrowed ? `${snapshot.document.title}: ${narrowed}` : snapshot.document.title
}
