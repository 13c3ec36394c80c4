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
import {seriesName} from '../../events/seriesName.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {requestedEvents, requestedRecordings} from './eventFilter.ts'

/** Input of a representation. */
export interface RepresentationRequest {
  snapshot: CalendarSnapshot
  query: URLSearchParams
  /** Requested address, as a visitor sees it. */
  url: string
  /** Absolute address of the page that the feeds belong to. */
  pageUrl: string
  /** Host name of the site, the suffix of event UIDs. */
  host: string
  revisionOf: RevisionOf
}

/** One format of a snapshot. */
export interface Representation {
  contentType: string
  write(request: RepresentationRequest): string
}

const json = 'application/json; charset=utf-8'
const feed = 'application/feed+json; charset=utf-8'
const xml = 'application/rss+xml; charset=utf-8'

/** All representations, by file name. */
export const representations: ReadonlyMap<string, Representation> = new Map([
  ['events.json', {contentType: json, write: writeEvents}],
  ['calendar.ics', {contentType: 'text/calendar; charset=utf-8', write: writeCalendar}],
  ['feed.json', {contentType: feed, write: (request) => writeJsonFeed(request, upcoming(request))}],
  [
    'feed.xml',
    {contentType: xml, write: (request) => rss(upcoming(request), feedOptions(request))},
  ],
  [
    'recordings.json',
    {contentType: feed, write: (request) => writeJsonFeed(request, recorded(request))},
  ],
  [
    'recordings.xml',
    {contentType: xml, write: (request) => rss(recorded(request), feedOptions(request))},
  ],
])

function writeEvents({snapshot, query}: RepresentationRequest): string {
  const eventFile = 'calendar.ics?event={id}'
  return JSON.stringify({...snapshot.document, eventFile, events: requestedEvents(snapshot, query)})
}

function writeCalendar({snapshot, query, url, host, revisionOf}: RepresentationRequest): string {
  const events = requestedEvents(snapshot, query)
  const {language} = snapshot
  const title = titleOf(snapshot, query, events)
  return icalendar(events, {title, url, host, revisionOf, language})
}

function writeJsonFeed(
  request: RepresentationRequest,
  items: ReturnType<typeof recordingItems>,
): string {
  return JSON.stringify(jsonFeed(items, feedOptions(request)))
}

function upcoming({snapshot, query}: RepresentationRequest) {
  return touchpointItems(requestedEvents(snapshot, query), snapshot.now, snapshot.language)
}

function recorded({snapshot, query}: RepresentationRequest) {
  return recordingItems(requestedRecordings(snapshot, query))
}

function feedOptions({snapshot, query, url, pageUrl}: RepresentationRequest): FeedOptions {
  return {title: titleOf(snapshot, query), pageUrl, feedUrl: url, language: snapshot.language}
}

/** Returns the title of a subscription. Programs list them by title, so each filter has its own. */
function titleOf(
  snapshot: CalendarSnapshot,
  query: URLSearchParams,
  events: readonly PublishedEvent[] = [],
): string {
  const [series, group] = [query.get('series'), query.get('working-group')]
  const ofSeries = snapshot.series.find(({slug, _id}) => slug === series || _id === series)
  if (ofSeries) return seriesName(ofSeries)
  const ofGroup = snapshot.workingGroups.find(({slug, _id}) => slug === group || _id === group)
  if (ofGroup) return ofGroup.title
  if (query.has('event')) return events[0]?.title ?? snapshot.document.title
  const narrowed = [query.get('topic'), query.get('region')].filter(Boolean).join(', ')
  return narrowed ? `${snapshot.document.title}: ${narrowed}` : snapshot.document.title
}
