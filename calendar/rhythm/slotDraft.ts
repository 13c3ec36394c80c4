import type {Ordinal, Weekday} from '../time/recurrence.ts'
import type {DateWords, Token} from './token.ts'
import type {ZoneMeaning} from './zoneWords.ts'

/** A written zone with its place in the words. */
export interface ZoneDraft {
  zone: ZoneMeaning
  start: number
  end: number
}

/** A written time with the zones that belong to it. */
export interface TimeDraft {
  time: string
  minutes?: number
  isMidnight?: boolean
  zones: ZoneDraft[]
  start: number
  end: number
  /** In parentheses, behind a slash or "also given as": the same instant on another clock. */
  isAlternative: boolean
}

export interface DateDraft {
  date: DateWords
  weekday?: Weekday
  start: number
  end: number
}

export type Rhythm = Extract<Token, {kind: 'rhythm'}>

/** The words about one slot, before the gaps are filled. */
export interface SlotDraft {
  start: number
  end: number
  rhythm?: Rhythm
  /** "each every two weeks": the rhythm of each slot, not of the whole. */
  rhythmOfEach: boolean
  everyNth?: Extract<Token, {kind: 'everyNth'}>
  on: {ordinals: Ordinal[]; weekdays: Weekday[]; start: number; end: number}[]
  plural: boolean
  businessDays: Ordinal[]
  monthDays: number[]
  months: number[]
  dayOffset?: number
  weekParity?: 'odd' | 'even'
  monthParity?: 'odd' | 'even'
  times: TimeDraft[]
  anchor?: DateDraft
  until?: DateDraft
  count?: number
  /** "in the weeks between". */
  between: boolean
  /** A bound or a rhythm came after the time: another time begins another slot. */
  closed: boolean
}

/** Everything that the words say about the dates, apart from exceptions. */
export interface Statement {
  drafts: SlotDraft[]
  turn: boolean
  /** "twice on the day", "two sessions": all times take place. */
  sessions: boolean
  /** "two groups": they share the dates. */
  groups: number
  minutes: number[]
  /** Zones without a time beside them: "all times are US Eastern". */
  zones: ZoneDraft[]
  notUnderstood: {start: number; end: number}[]
  impossibleTimes: string[]
}

export function emptyDraft(start: number): SlotDraft {
  return {
    start,
    end: start,
    rhythmOfEach: false,
    on: [],
    plural: false,
    businessDays: [],
    monthDays: [],
    months: [],
    times: [],
    between: false,
    closed: false,
  }
}
