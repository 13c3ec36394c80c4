import {execFileSync} from 'node:child_process'
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {clockReads} from './support/clock/clockReads.ts'
import {offsetTo, suiteOffset} from './support/clock/suiteClock.ts'
import {testNow} from './support/clock/testNow.ts'

const own = /^support\/clock\/|(?:^|\/)clock\.test\.ts$/

test('tests read the clock through testNow only, so that none passes on some dates only', () => {
  const reads = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.tsx?$/.test(file) && !own.test(file))
    .flatMap((file) =>
      clockReads(readFileSync(join(import.meta.dirname, file), 'utf8')).map(
        (line) => `${file}: ${line}`,
      ),
    )
  expect(reads).toEqual([])
})

test.each([
  'const month = new Date().getMonth()',
  'start: new Date(Date.now() + hour).toISOString(),',
  'later(Date.now)',
  'const today = Date()',
  'const change = Temporal.Now.zonedDateTimeISO(timeZone)',
])('the guard reports %s', (planted) => {
  expect(clockReads(`const before = 1\n  ${planted}\n`)).toEqual([planted])
})

test.each([
  "new Date('2024-03-20T10:00:00Z')",
  'const last = month.getUTCDate()',
  'zoned.toPlainDate().toString()',
  'Temporal.Now.timeZoneId()',
])('the guard accepts %s, because it reads no clock', (line) => {
  expect(clockReads(line)).toEqual([])
})

const clockOf = (env: NodeJS.ProcessEnv) =>
  Number(execFileSync(process.execPath, ['-p', 'Date.now()'], {encoding: 'utf8', env}))

test('a program that a test starts uses the clock of the run, and without its variables the real clock', () => {
  expect(Math.abs(clockOf(process.env) - testNow().getTime())).toBeLessThan(30_000)
  const real = clockOf({}) + suiteOffset(process.env)
  expect(Math.abs(real - testNow().getTime())).toBeLessThan(30_000)
})

test('Date and performance give the same time, because programs compare them', () => {
  const other = performance.timeOrigin + performance.now()
  expect(Math.abs(testNow().getTime() - other)).toBeLessThan(5000)
})

test('an invalid date is an error that names the variable, instead of a run at another date', () => {
  expect(() => offsetTo('2027-02-31x', 0)).toThrow('TOUCHPOINTS_TEST_DATE is "2027-02-31x"')
  expect(offsetTo('now', 5)).toBe(0)
  expect(offsetTo('1970-01-02', 1000)).toBe(86_399_000)
})
