/**
 * Returns the current time of the run, which the lake, the site, the Studio and its pages share: see
 * suiteClock.ts. Tests read no other clock, so that a search for this name finds each test that depends on
 * the date.
 */
export function testNow(): Date {
  return new Date()
}

const day = 86_400_000

/** @example dateIn(30) // '2026-12-17' when the run's date, in UTC, is 17 November 2026 */
export function dateIn(days: number): string {
  return new Date(testNow().getTime() + days * day).toISOString().slice(0, 10)
}
