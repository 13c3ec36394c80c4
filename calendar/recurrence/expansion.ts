/** What one answer may still spend on looking at candidate times. */
export interface StepBudget {
  left: number
}

/** Why starts are missing at the end of an answer. */
export type Cut = 'occurrences' | 'steps'

/** The starts of a rule in a window, ascending; `cut` when a limit ended them early. */
export interface Starts {
  starts: number[]
  cut?: Cut
}

/**
 * One rule, ready to be expanded. Its numbers are local times counted as if in UTC: recurrence works on
 * the fields of DTSTART (RFC 5545 section 3.3.10), so one engine serves IANA zones, a calendar's own
 * zones, floating times and dates alike. Whoever asks turns starts into instants.
 */
export interface Expansion {
  /** DTSTART. */
  readonly first: number
  /** No start is later; Infinity where that is not known. */
  readonly last: number
  /** Starts in [from, to), at most `most` of them; DTSTART only where the rule itself gives it. */
  between(from: number, to: number, most: number, budget: StepBudget): Starts
}

/** The end of the year 9999, the last that iCalendar can write (RFC 5545 section 3.3.4). */
export const endOfTime = Date.UTC(10_000, 0) - 1
