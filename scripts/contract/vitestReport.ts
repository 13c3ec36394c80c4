import {relative} from 'node:path'
import {z} from 'zod'
import {firstLine, type TestOutcome} from './testOutcome.ts'

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const skippedStatuses = new Set(['skipped', 'pending', 'todo', 'disabled'])

/**
 * Reads the report of vitest's reporter `json`.
 *
 * A file that failed to load is a failure, because its tests did not run.
 *
 * @param folder the folder that the names of the files are relative to
 */
export function readVitestReport(text: string, folder: string): TestOutcome[] {
  return vitestReport.parse(JSON.parse(text)).testResults.flatMap((file) => {
    const name = relative(folder, file.name)
    const outcomes = file.assertionResults.map((test): TestOutcome => {
      const fullName = `${name} › ${test.fullName}`
      if (test.status === 'passed') return {name: fullName, status: 'passed'}
      if (skippedStatuses.has(test.status)) return {name: fullName, status: 'skipped'}
      return {
        name: fullName,
        status: 'failed',
        reason: firstLine(test.failureMessages?.[0] ?? `status ${test.status}`),
      }
    })
    const failsAlone = file.status === 'failed' && !outcomes.some(({status}) => status === 'failed')
    if (failsAlone) outcomes.push({name, status: 'failed', reason: firstLine(file.message)})
    return outcomes
  })
}
