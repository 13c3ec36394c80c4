import {expect, test} from 'vitest'

import {hostileRun} from './hostileRun.ts'
import {describeReport, failures} from './report.ts'

/**
 * How long `npm test` attacks, in minutes. Five minutes would be a third of the time that CI takes;
 * `HOSTILE_MINUTES=5` sets it for a release, and `npm run hostile` attacks for an hour.
 */
const minutes = Number(process.env['HOSTILE_MINUTES'] || 1)

test(
  'the product survives attacks and faults, and serves an honest visitor and an honest editor',
  async () => {
    // A new seed each time: CI prints it, and `npm run hostile -- --seed` repeats it.
    const seed = Math.floor(Math.random() * 1_000_000)
    const report = await hostileRun({duration: minutes * 60_000, seed, log: () => {}})
    // Survival and correctness only. Times are for `npm run hostile`, on a machine that does nothing else.
    console.log(describeReport(report))
    expect(failures(report)).toEqual([])
    expect(report.tried.length).toBeGreaterThan(10)
    expect(report.honest.length).toBeGreaterThan(20)
  },
  minutes * 60_000 + 180_000,
)
