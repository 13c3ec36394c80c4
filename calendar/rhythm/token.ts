import type {Ordinal, Weekday} from '../time/recurrence.ts'
import type {ZoneMeaning} from './zoneWords.ts'

/** A date as written. Without a day it is a month, and without a month a year. */
export interface DateWords {
  year?: number
  month?: number
  /** Several for "25 and 26 December". */
  days?: readonly number[]
  /** "22 to 26 December": all days between the first and the last one. */
  span?: boolean
  /** "the end of 2026". */
  atEnd?: boolean
}

/** What a part of the words means. */
export type Meaning =
  | {kind: 'weekday'; weekdays: readonly Weekday[]; plural: boolean}
  | {kind: 'ordinals'; ordinals: readonly Ordinal[]; digits: boolean}
  | {kind: 'businessDay'}
  | {kind: 'dayNumber'; days: readonly number[]}
  | {kind: 'relativeDay'; days: number | null; side: 'after' | 'before'}
  | {
      kind: 'time'
      time: string
      minutes?: number
      /** "Sunday at midnight": when Sunday begins, or when it ends. */
      isMidnight?: boolean
    }
  | {kind: 'impossibleTime'}
  | {kind: 'zone'; zone: ZoneMeaning}
  | {kind: 'date'; date: DateWords}
  | {
      kind: 'rhythm'
      unit: 'week' | 'month' | 'quarter'
      interval: number
      /** False for "of the month", which other words can refine. */
      explicit: boolean
      /** The word also means twice in that time, such as bi-weekly. */
      twice?: 'possible' | 'sure'
    }
  /** "every second" before a weekday: every other one, or the second of the month. */
  | {kind: 'everyNth'; nth: number}
  | {kind: 'parity'; unit: 'week' | 'month'; parity: 'odd' | 'even'}
  | {kind: 'turn'}
  | {kind: 'between'}
  | {kind: 'both'}
  | {kind: 'each'}
  | {kind: 'sessions'; count: number}
  | {kind: 'groups'; count: number}
  | {kind: 'anchor'}
  | {kind: 'next'}
  | {kind: 'until'}
  | {kind: 'to'}
  | {kind: 'count'; count: number}
  | {kind: 'duration'; minutes: number}
  /** "30 minutes before": how long before or after a meeting something else is due. */
  | {kind: 'leadTime'}
  | {kind: 'skip'}
  | {kind: 'move'}
  | {kind: 'held'}
  | {kind: 'anotherMeeting'}
  | {kind: 'source'}
  | {kind: 'all'}
  | {kind: 'holidays'}
  | {kind: 'also'}
  /** "until 31 August 2026, then": the next slot follows. */
  | {kind: 'then'}
  /** A word that changes dates, and that only some phrases explain. */
  | {kind: 'risk'; strong: boolean}
  | {kind: 'number'}
  | {kind: 'filler'}
  | {kind: 'word'}
  | {kind: 'mark'; mark: string}

export type Token = Meaning & {
  /** Index of the first character in the words. */
  start: number
  /** Index after the last character. */
  end: number
  text: string
}
