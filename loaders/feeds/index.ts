export {addToCalendarLinks, type AddToCalendarLinks} from './addToCalendarLinks.ts'
export type {
  PublishedDocuments,
  RecordingDetails,
  SeriesDetails,
  TouchpointDetails,
  WorkingGroupDetails,
} from './documents.ts'
export {eventsDocument, type EventsDocumentParts} from './eventsDocument.ts'
export {
  eventsFormat,
  type EventsDocument,
  type PublishedCalendar,
  type PublishedEvent,
} from './eventsFormat.ts'
export {recordingItems, recordingUrl, touchpointItems, type FeedItem} from './feedItem.ts'
export {eventUid, icalendar, type ICalendarOptions} from './icalendar.ts'
export {jsonFeed, type FeedOptions, type JsonFeed} from './jsonFeed.ts'
export {eventJsonLd, jsonLdText, seriesJsonLd, type JsonLdOptions} from './jsonLd.ts'
export type {EventJsonLd, EventSeriesJsonLd, JsonLd} from './jsonLdTypes.ts'
export {publishEvents, type PublishOptions} from './publishEvents.ts'
export {publishTouchpoint, type PublishTouchpointOptions} from './publishTouchpoint.ts'
export {
  readSnapshot,
  type NamedDocument,
  type CalendarSnapshot,
  type PageOf,
  type SnapshotOptions,
} from './readSnapshot.ts'
export {
  documentRevision,
  rememberedRevisions,
  type Revision,
  type RevisionMemory,
  type RevisionOf,
} from './revisions.ts'
export {rss} from './rss.ts'
export {selectEvents, type EventFilter} from './selectEvents.ts'
export {whenText} from './whenText.ts'
