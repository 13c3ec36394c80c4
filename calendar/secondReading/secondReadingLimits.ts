import {feedCalendarLimits, type CalendarLimits} from '../limits.ts'

/** Limits of a second reading. */
export interface SecondReadingLimits extends CalendarLimits {
  /** Milliseconds that node-ical may take. */
  time: number
  /** Memory of node-ical's objects, in MB. */
  memory: number
  /** Differences to return. */
  differences: number
}

/**
 * The default limits: those of a feed, and what node-ical needs for the largest public feed that was measured
 * (6.2 MB, 10,900 events).
 */
export const defaultSecondReadingLimits: Readonly<SecondReadingLimits> = {
  ...feedCalendarLimits,
  time: 10_000,
  memory: 512,
  differences: 100,
}
