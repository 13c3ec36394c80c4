/** The lake's only source of time. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = {now: () => new Date()}

/**
 * Milliseconds that a stored time may be ahead of the clock. Clocks are corrected by seconds, and many
 * writes in one millisecond get later times. A time that is further ahead was stored by a wrong clock.
 */
export const clockTolerance = 5 * 60_000

/** Returns the latest time that the clock can have stored, ISO 8601. */
export function latestPlausibleTime(clock: Clock): string {
  return new Date(clock.now().getTime() + clockTolerance).toISOString()
}
