import type {Occurrence} from '../types.ts'
import type {SecondOccurrence} from './secondReading.ts'

/** The same event in both readings, or in one of them. */
export type ReadingPair =
  | {kind: 'time' | 'end' | 'status'; ours: Occurrence; theirs: SecondOccurrence}
  /** node-ical does not show it. */
  | {kind: 'missing'; ours: Occurrence}
  /** Only node-ical shows it. */
  | {kind: 'extra'; theirs: SecondOccurrence}

/** Why node-ical reads an event differently. */
export type ReadingCause =
  | 'added-dates'
  | 'cancellation'
  | 'change-alone'
  | 'changed-date'
  | 'clock-change'
  | 'excluded-date'
  | 'following-dates'
  | 'lower-case'
  | 'refused-event'
  | 'same-uid'
  | 'several-calendars'
  | 'several-rules'
  | 'unknown-zone'
  | 'zone-of-calendar'
  | 'zone-of-file'

/** A difference between our reading of a calendar and node-ical's. */
export interface ReadingDifference {
  kind: ReadingPair['kind']
  uid: string
  title: string
  /** Start in our reading, or in node-ical's when only that has it. In one of the forms of `Occurrence`. */
  start: string
  /** Absent when it is not known. */
  cause?: ReadingCause
  /** What node-ical shows instead, and why. */
  message: string
}
