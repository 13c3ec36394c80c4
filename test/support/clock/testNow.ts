/**
 * The present of a run, as the lake, the site, the Studio and its pages have it: see suiteClock.ts. Tests
 * read no other clock, so that each one whose result could depend on the date is found by this name.
 */
export function testNow(): Date {
  return new Date()
}

const day = 86_400_000

/** @example dateIn(30) // '2026-12-17' when the run's date, in UTC, is 17 November 2026 */
export function dateIn(days: number): string {
  return new Date(testNow().getTime() + days * day).toISOString().slice(0, 10)
}
