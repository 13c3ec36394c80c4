import type {CalendarsRequest, CalendarsResult} from '../../calendarReader.ts'
import type {CalendarLimits} from '../../limits.ts'
import type {FeedFault} from '../feedRecord.ts'
import type {FetchLimits} from '../fetchLimits.ts'

/** How the thread reads feeds: plain data, because functions can't be sent to a thread. */
export interface ThreadOptions {
  /** Folder for the last good copies. Absent: they are in the thread's memory. */
  cacheFolder?: string
  /** Folder with sample feeds, see `sampleFeeds`. Absent: all feeds are fetched. */
  sampleFolder?: string
  /** Hosts that may be read over `http:` and at a private address. */
  allowHosts?: readonly string[]
  /** Missing limits default to `defaultFetchLimits`. */
  limits?: Partial<FetchLimits>
  /** Missing limits default to `feedCalendarLimits`. */
  calendarLimits?: Partial<CalendarLimits>
  /** Number of feeds to read at a time. Defaults to 6. */
  concurrency?: number
}

/** The thread's `workerData`. */
export interface ThreadData {
  touchpoints: ThreadOptions
}

/** Returns the options in a thread's `workerData`, or undefined if it is another program's thread. */
export function threadOptions(data: Partial<ThreadData> | null): ThreadOptions | undefined {
  return data?.touchpoints
}

/** A feed that ended the thread. */
export interface Quarantined {
  id: string
  /** Its address. With another address, it is another feed. */
  url: string
  /** The SHA-256 of the text that it was working on. */
  text: string
  fault: FeedFault
}

/** A message to the thread. */
export type ToThread =
  | {kind: 'read'; number: number; request: CalendarsRequest; quarantined: Quarantined[]}
  /** Requires an answer, to see whether the thread is free. */
  | {kind: 'ping'}

/** A message from the thread. Any message shows that it is not stuck. */
export type FromThread =
  | {kind: 'working'; id: string; text: string}
  | {kind: 'idle'}
  | {kind: 'pong'}
  | {kind: 'result'; number: number; result: CalendarsResult}
  | {kind: 'failed'; number: number; error: unknown}
