import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

/** Days on which arithmetic with dates goes wrong, and the real one. */
const dates = [
  'now',
  // A 31st: the months before and after it have none.
  '2027-01-31T09:00:00Z',
  '2028-02-29T09:00:00Z',
  // A Sunday, half an hour before the clocks of Europe go forward.
  '2027-03-28T00:30:00Z',
]

/** Browser tests that show or type dates near the present. */
const datedFiles = [
  'test/browser/clock.test.ts',
  'test/browser/studio/calendar.test.ts',
  'test/browser/studio/nextSession.test.ts',
  'test/browser/studio/cadence.test.ts',
  'test/browser/studio/schedule.test.ts',
]

/** All unit tests, and of the browser tests those in datedFiles. Without it, all of both. */
const isQuick = process.argv.includes('--quick')

// One a day: each is used within days, and a failure can be repeated on the same day.
const today = Math.floor(Date.now() / 86_400_000)
const date = process.env['TOUCHPOINTS_TEST_DATE'] || dates[today % dates.length]
console.log(`TOUCHPOINTS_TEST_DATE=${date}`)

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

function passes(name: string, files: readonly string[] = []): boolean {
  const args = ['run', '--project', name, `--outputFile.json=test-results/dates-${name}.json`]
  const run = spawnSync(process.execPath, [vitest, ...args, ...files], {
    env: {...process.env, TOUCHPOINTS_TEST_DATE: date},
    stdio: 'inherit',
  })
  if (run.signal) console.log(`✗ ${run.signal} ended the ${name} tests.`)
  return run.status === 0
}

const passed = [passes('unit'), passes('browser', isQuick ? datedFiles : [])]
process.exitCode = passed.every(Boolean) ? 0 : 1
