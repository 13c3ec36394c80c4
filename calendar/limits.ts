/**
 * How much of a calendar is read and answered. Every limit is far above what a community's feed
 * needs; it is there so that a broken or malicious feed costs a bounded amount of time and memory.
 * Whatever a limit cuts off is reported as a `limit` problem.
 */
export interface CalendarLimits {
  /** UTF-16 code units of text that are read (one byte each in a text of plain ASCII). */
  characters: number
  /** VEVENTs that are read. */
  components: number
  /** Occurrences that one event may give to one answer; the earliest are kept. */
  occurrencesPerEvent: number
  /** Occurrences of one answer; the events that give the most are cut first. */
  occurrences: number
  /** Candidate times that one answer may look at while it expands recurrence rules. */
  steps: number
}

/**
 * Chosen so that each hostile feed of the test suite is answered within 2 s and 400 MB, while an
 * event every hour for a year (8,760 occurrences) is still answered whole.
 */
export const defaultCalendarLimits: Readonly<CalendarLimits> = {
  characters: 64 * 1024 * 1024,
  components: 200_000,
  occurrencesPerEvent: 10_000,
  occurrences: 50_000,
  steps: 500_000,
}
