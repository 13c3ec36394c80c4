import {z} from 'zod'
import {firstLine, type TestOutcome} from './testOutcome.ts'

const specShape = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      annotations: z.array(z.object({type: z.string()})),
      results: z.array(
        z.object({errors: z.array(z.object({message: z.string().optional()})).default([])}),
      ),
    }),
  ),
})

const suiteShape = z.object({
  title: z.string(),
  specs: z.array(specShape).default([]),
  get suites() {
    return z.array(suiteShape).default([])
  },
})

const playwrightReport = z.object({
  suites: z.array(suiteShape),
  errors: z.array(z.object({message: z.string().optional()})).default([]),
})

type Suite = z.infer<typeof suiteShape>
type Test = z.infer<typeof specShape>['tests'][number]

/**
 * Reads the report of Playwright's reporter `json`.
 *
 * An error outside of a test, such as a file that failed to load, is a failure. So is a test that did not
 * run although its source does not skip it, for example because the run was stopped.
 */
export function readPlaywrightReport(text: string): TestOutcome[] {
  const report = playwrightReport.parse(JSON.parse(text))
  return [
    ...report.suites.flatMap((suite) => outcomesOf(suite, [])),
    ...report.errors.map(({message}): TestOutcome => ({
      name: 'outside of the tests',
      status: 'failed',
      reason: firstLine(message ?? ''),
    })),
  ]
}

function outcomesOf(suite: Suite, parents: readonly string[]): TestOutcome[] {
  const path = [...parents, suite.title]
  return [
    ...suite.specs.flatMap(({title, tests}) =>
      tests.map((test) => outcomeOf([...path, title].join(' › '), test)),
    ),
    ...suite.suites.flatMap((inner) => outcomesOf(inner, path)),
  ]
}

function outcomeOf(name: string, {status, annotations, results}: Test): TestOutcome {
  // "flaky" is a test that passed when it was repeated, as often as the suite's own configuration allows.
  if (status === 'expected' || status === 'flaky') return {name, status: 'passed'}
  if (status === 'skipped' && annotations.some(({type}) => type === 'skip' || type === 'fixme')) {
    return {name, status: 'skipped'}
  }
  const message = results.at(-1)?.errors[0]?.message
  return {name, status: 'failed', reason: message ? firstLine(message) : 'The test did not run.'}
}
