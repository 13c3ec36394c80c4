/**
 * Limits on how much of a calendar is read and returned.
 *
 * Every limit is far above what a community's feed needs. They bound the time and memory that a broken
 * or malicious feed can use. What a limit cuts off is reported as a `limit` problem.
 */
export interface CalendarLimits {
  /** UTF-16 code units of text to read (one byte each in plain ASCII text). */
  characters: number
  /** VEVENTs to read. */
  components: number
  /** Occurrences of one event in one result. The earliest are kept. */
  occurrencesPerEvent: number
  /** Occurrences in one result. The events with the most occurrences are cut first. */
  occurrences: number
  /** Candidate times to check in one call while recurrence rules are expanded. */
  steps: number
}

/**
 * The default limits.
 *
 * With them, each hostile feed of the test suite takes at most 2 s and 400 MB, and an event every hour
 * for a year (8,760 occurrences) is still returned in full.
 */
export const defaultCalendarLimits: Readonly<CalendarLimits> = {
  characters: 64 * 1024 * 1024,
  components: 200_000,
  occurrencesPerEvent: 10_000,
  occurrences: 50_000,
  steps: 500_000,
}

/**
 * Maximum number of occurrences of feeds in one merge. The feeds share it fairly: each has the same
 * number, and within a feed each event. Merging that many takes 0.4 s.
 */
export const maxOccurrencesOfMerge = 15_000

/**
 * The default limits for a calendar that is read from a feed.
 *
 * A page needs them at each view, so they are closer to what a community uses. The largest public feed
 * measured has 6.2 MB and 10,900 events. The largest window of a site is 339 days, with its margins: an
 * event every three hours of them is complete. An event that recurs more often shows its next dates.
 */
export const feedCalendarLimits: Readonly<CalendarLimits> = {
  characters: 10 * 1024 * 1024,
  components: 25_000,
  occurrencesPerEvent: 2720,
  occurrences: 10_000,
  steps: 100_000,
}
