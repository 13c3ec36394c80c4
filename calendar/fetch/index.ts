export {isAllowed as isAllowedHost} from './feedAddress.ts'
export {feedCalendars} from './feedCalendars.ts'
export type {FeedCache} from './feedCache.ts'
export type {FeedFetch, FeedRequest, FeedResponse} from './feedFetch.ts'
export type {FeedChange, FeedCopy, FeedFault, FeedRecord} from './feedRecord.ts'
export {fetchCalendar, fetchCalendars, type FetchOptions} from './fetchCalendar.ts'
export {defaultFetchLimits, type FetchLimits} from './fetchLimits.ts'
export {fileCache} from './fileCache.ts'
export {guardedFetch, type GuardOptions} from './guardedFetch.ts'
export {
  isolatedCalendars,
  type IsolatedOptions,
  type IsolatedReader,
} from './isolation/isolatedCalendars.ts'
export {defaultIsolationLimits, type IsolationLimits} from './isolation/isolationLimits.ts'
export type {ThreadOptions} from './isolation/messages.ts'
export {memoryCache} from './memoryCache.ts'
export type {CalendarAddress, FetchedCalendar} from './readFeed.ts'
export {sampleFeeds} from './sampleFeeds.ts'
export {fetchFailureOf} from './fetchFailureOf.ts'
export {fetchPage, type FetchedPage, type FetchPageOptions} from './fetchPage.ts'
