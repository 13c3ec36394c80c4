import {execFileSync} from 'node:child_process'
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {clockReads} from './support/clock/clockReads.ts'
import {offsetTo, suiteOffset} from './support/clock/suiteClock.ts'
import {testNow} from './support/clock/testNow.ts'

const own = /^support\/clock\/|(?:^|\/)clock\.test\.ts$/

test('no test reads a clock but by testNow, so that none is green on some days alone', () => {
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
])('the guard would find %s', (planted) => {
  expect(clockReads(`const before = 1\n  ${planted}\n`)).toEqual([planted])
})

test.each([
  "new Date('2024-03-20T10:00:00Z')",
  'const last = month.getUTCDate()',
  'zoned.toPlainDate().toString()',
  'Temporal.Now.timeZoneId()',
])('the guard lets %s be: it reads no clock', (line) => {
  expect(clockReads(line)).toEqual([])
})

const clockOf = (env: NodeJS.ProcessEnv) =>
  Number(execFileSync(process.execPath, ['-p', 'Date.now()'], {encoding: 'utf8', env}))

test('a program that a test starts is on the clock of the run, and without it on the machine’s', () => {
  expect(Math.abs(clockOf(process.env) - testNow().getTime())).toBeLessThan(30_000)
  const real = clockOf({}) + suiteOffset(process.env)
  expect(Math.abs(real - testNow().getTime())).toBeLessThan(30_000)
})

test('both ways to the time of day tell the same, as programs that compare them expect', () => {
  const other = performance.timeOrigin + performance.now()
  expect(Math.abs(testNow().getTime() - other)).toBeLessThan(5000)
})

test('a date that is none is refused by name, instead of a run at another one', () => {
  expect(() => offsetTo('2027-02-31x', 0)).toThrow('TOUCHPOINTS_TEST_DATE is "2027-02-31x"')
  expect(offsetTo('now', 5)).toBe(0)
  expect(offsetTo('1970-01-02', 1000)).toBe(86_399_000)
})
