/** The number of candidate times that one call may still check. */
export interface StepBudget {
  left: number
}

/** The limit that cut off the last starts. */
export type Cut = 'occurrences' | 'steps'

/** The starts of a rule in a window, ascending. `cut` is set when a limit ended them early. */
export interface Starts {
  starts: number[]
  cut?: Cut
}

/**
 * The expansion of one rule.
 *
 * Its numbers are local times counted as if in UTC, because recurrence works on the fields of DTSTART
 * (RFC 5545 section 3.3.10). The same engine then serves IANA zones, a calendar's own zones, floating
 * times and dates. The caller converts starts to instants.
 */
export interface Expansion {
  /** DTSTART. */
  readonly first: number
  /** No start is later. Infinity when unknown. */
  readonly last: number
  /** Returns at most `max` starts in [from, to). Includes DTSTART only if the rule produces it. */
  between(from: number, to: number, max: number, budget: StepBudget): Starts
}

/** The end of the year 9999, the last year that iCalendar can express (RFC 5545 section 3.3.4). */
export const endOfTime = Date.UTC(10_000, 0) - 1
