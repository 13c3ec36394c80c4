export {recurrenceSentence} from '../../schemas/time/index.ts'
export {feedCalendars} from './feedCalendars.ts'
export {fetchCalendar, fetchCalendars, type FetchOptions} from './fetchCalendar.ts'
export type {FeedCache} from './fetch/feedCache.ts'
export type {FeedFetch, FeedRequest, FeedResponse} from './fetch/feedFetch.ts'
export type {FailedHealth, FeedHealth, FreshHealth, StaleHealth} from './fetch/feedHealth.ts'
export type {FeedChange, FeedCopy, FeedFault, FeedRecord} from './fetch/feedRecord.ts'
export {defaultFetchLimits, type FetchLimits} from './fetch/fetchLimits.ts'
export {fileCache} from './fetch/fileCache.ts'
export {guardedFetch, type GuardOptions} from './fetch/guardedFetch.ts'
export {memoryCache} from './fetch/memoryCache.ts'
export type {CalendarAddress, FetchedCalendar} from './fetch/readFeed.ts'
export {feedSource} from './merge/feedSource.ts'
export {defaultCalendarLimits, type CalendarLimits} from './limits.ts'
export {parseCalendar, type ParseOptions} from './parseCalendar.ts'
export {mergeEvents, type MergeAnswer, type MergeOptions} from './mergeEvents.ts'
export type {
  CadenceEvent,
  EventFields,
  EventOrigin,
  FeedEvent,
  Join,
  MergedEvent,
  TouchpointEvent,
} from './merge/mergedEvent.ts'
export type {
  CadenceInput,
  CadencesSource,
  EventSource,
  FailedFeedSource,
  FeedSource,
  TitleFilter,
  TouchpointInput,
  TouchpointsSource,
} from './merge/sources.ts'
export type {BetweenOptions, Calendar, Occurrence, OccurrencesAnswer} from './types.ts'
