import type {Recurrence} from '../time/recurrence.ts'

/** One answer to a question: the rhythm in words that leaves no such doubt. */
export interface Choice {
  /** Short text for a button, such as "Week of 5 November 2026". */
  label: string
  /** The words with the answer in them. Read them again. */
  words: string
}

export type QuestionCode =
  /** Every n weeks or months, and no date says which ones. */
  | 'which-weeks'
  /** Slots take turns, and no date says which one is first. */
  | 'turn-order'
  /** The zone has several clocks. */
  | 'which-zone'
  /** A time without a zone. */
  | 'no-zone'
  /** The hours in several zones are not the same instant. */
  | 'hours-disagree'
  /** No clock shows this time. */
  | 'impossible-time'
  /** A day without a time. */
  | 'no-time'
  /** A time without a day, or a month without a week. */
  | 'which-day'
  /** "Tuesday" without "every". */
  | 'how-often'
  /** "Every second Friday", "bi-weekly on two days", "bimonthly". */
  | 'two-readings'
  /** Several times on one day: all of them, or in turn. */
  | 'all-or-in-turn'
  /** A date that does not exist or is on another weekday, or that the rhythm does not contain. */
  | 'date-differs'
  /** A date without a year. */
  | 'which-year'
  /** A part that may change dates, and that the reader does not understand. */
  | 'not-understood'
  /** Some dates may be off or moved, and the words don't say which. Only a doubt. */
  | 'may-change'
  /** The words also describe another meeting, which needs a series of its own. Only a doubt. */
  | 'another-meeting'
  /** Groups share the dates, and the words don't say who has which. Only a doubt. */
  | 'shared-dates'
  /** An offset such as UTC-7 has no summer time. Only a doubt. */
  | 'fixed-offset'

/** What the words leave open. */
export interface Question {
  code: QuestionCode
  /** Index of the slot, if it is about one. */
  slot?: number
  /** The field that the answer sets. Absent for the cadence as a whole. */
  field?: keyof Recurrence | 'exceptions' | 'breaks'
  /** For an editor: what is open, and what to do. */
  message: string
  /** Possible answers. Empty when the author has to write it. */
  choices: Choice[]
}

/** What stays open although the next dates are clear. It has the shape of a question. */
export type Doubt = Question

/** A change of the words: replaces the characters from `start` to `end`. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** Applies edits, in any order. They must not overlap. */
export function editWords(words: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (text, {start, end, text: part}) => text.slice(0, start) + part + text.slice(end),
      words,
    )
    .replaceAll(/ +/g, ' ')
    .trim()
}
