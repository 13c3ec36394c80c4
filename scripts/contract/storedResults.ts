import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import type {SuiteResult} from './suiteResult.ts'

/** A result with the day it was measured, such as `2026-11-17`. */
export interface DatedResult extends SuiteResult {
  date: string
}

const reasonedTests = z.array(z.object({name: z.string(), reason: z.string()}))

const datedResults = z.array(
  z.object({
    suite: z.string(),
    version: z.string(),
    date: z.iso.date(),
    applicable: z.int(),
    passed: z.int(),
    failures: reasonedTests,
    notApplicable: reasonedTests,
  }),
) satisfies z.ZodType<DatedResult[]>

/** The last result of each suite, because a run of all of them takes hours. docs/lake.md shows them. */
export const resultsFile = join(import.meta.dirname, 'results.json')

/** Reads the stored results. Returns none if the file does not exist. */
export function readResults(file = resultsFile): DatedResult[] {
  return existsSync(file) ? datedResults.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}

/** Stores the results of a run in place of the earlier ones of the same suites. */
export function storeResults(run: readonly DatedResult[], file = resultsFile): DatedResult[] {
  const merged = mergeResults(readResults(file), run)
  writeFileSync(file, `${JSON.stringify(merged, null, 2)}\n`)
  return merged
}

/** Replaces the earlier result of each suite in `run`, in its place. Appends new suites. */
export function mergeResults(
  earlier: readonly DatedResult[],
  run: readonly DatedResult[],
): DatedResult[] {
  const bySuite = new Map(earlier.map((result) => [result.suite, result]))
  for (const result of run) {
    if (result.passed + result.failures.length !== result.applicable) {
      throw new Error(
        `The result of "${result.suite}" does not add up: ${result.passed} passed, ` +
          `${result.failures.length} failed, ${result.applicable} apply.`,
      )
    }
    bySuite.set(result.suite, result)
  }
  return [...bySuite.values()]
}
