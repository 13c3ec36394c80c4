/** Prints how many tests of the runs in `test-results/` passed and failed: the last line of `.ci/run`. */
import {readFileSync} from 'node:fs'

interface Result {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {status: string; assertionResults: unknown[]}[]
}

const runs = ['vitest', 'dates-unit', 'dates-browser']
/** 1 when a command of the run failed: then at least one failure is reported, even if no test failed. */
const commandFailed = Number(process.argv[2] ?? 0)

const counts = runs.map(count)
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  counts.reduce((total, each) => total + each[key], 0)
const failed = sum('failed') || commandFailed
const skipped = sum('skipped')
console.log(`${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/** A run without a result file did not reach its end: that is a failure, not zero tests. */
function count(run: string) {
  const result = read(`test-results/${run}.json`)
  if (!result) {
    console.log(`The run "${run}" left no result.`)
    return {passed: 0, failed: 1, skipped: 0}
  }
  const broken = result.testResults.filter(
    ({status, assertionResults}) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

function read(file: string): Result | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
