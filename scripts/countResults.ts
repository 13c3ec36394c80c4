/**
 * Prints how many tests of the runs in `test-results/` passed and failed: the last line of `.ci/run`. Before it, the
 * tests that failed, because their own reports are thousands of lines further up.
 */
import {readFileSync} from 'node:fs'

interface Result {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: {status: string; fullName: string; failureMessages: string[]}[]
  }[]
}

const runs = ['vitest', 'dates-unit', 'dates-browser']
/** 1 when a command of the run failed: then at least one failure is reported, even if no test failed. */
const commandFailed = Number(process.argv[2] ?? 0)

const counts = runs.map(count)
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  counts.reduce((total, each) => total + each[key], 0)
const failed = sum('failed') || commandFailed
const skipped = sum('skipped')
if (commandFailed > 0 && sum('failed') === 0) {
  console.log('A command failed although no test did: look for "Unhandled" and for ✗ above.')
}
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
  for (const {name, message} of broken) printFailure(name, [message])
  for (const {name, assertionResults} of result.testResults) {
    for (const {status, fullName, failureMessages} of assertionResults) {
      if (status === 'failed') printFailure(`${name}: ${fullName}`, failureMessages)
    }
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

function printFailure(test: string, messages: readonly string[]) {
  console.log(`✗ ${test}`)
  for (const message of messages) console.log(message.slice(0, 1500))
}

function read(file: string): Result | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
