import {spawnSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

/** Days on which arithmetic with dates goes wrong, and the real one. */
const dates = [
  'now',
  // A 31st: a month later or earlier there is none.
  '2027-01-31T09:00:00Z',
  '2028-02-29T09:00:00Z',
  // A Sunday, half an hour before the clocks of Europe go forward.
  '2027-03-28T00:30:00Z',
]

// One a day, so that each comes by within days and a failure can be asked for again the same day.
const today = Math.floor(Date.now() / 86_400_000)
const date = process.env['TOUCHPOINTS_TEST_DATE'] || dates[today % dates.length]
console.log(`TOUCHPOINTS_TEST_DATE=${date}`)

// Both whole: which tests depend on a date is not to be read from them, what they test may read a clock.
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', '--project', 'browser', ...process.argv.slice(2)],
  {env: {...process.env, TOUCHPOINTS_TEST_DATE: date}, stdio: 'inherit'},
)
process.exitCode = run.status ?? 1
