/** A test of a suite by its full name, and why it failed or does not apply. */
export interface ReasonedTest {
  name: string
  reason: string
}

/**
 * What one suite reported about the lake.
 *
 * `applicable` is the number of tests that ran and count: `passed` plus the number of `failures`.
 * Tests in `notApplicable` need something that no lake on one machine has, and are not in it.
 */
export interface SuiteResult {
  /** The suite's name as the table shows it, such as `@sanity/client integration tests`. */
  suite: string
  /** The version or commit that ran, such as `8.2.0`. */
  version: string
  applicable: number
  passed: number
  failures: ReasonedTest[]
  notApplicable: ReasonedTest[]
}
