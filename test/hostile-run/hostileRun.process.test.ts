import {expect, test} from 'vitest'

import {hostileRun} from './hostileRun.ts'
import {describeReport, failures} from './report.ts'

/**
 * How long `npm test` attacks, in minutes. Other files are tested meanwhile. `HOSTILE_MINUTES` changes it,
 * and `npm run hostile` attacks for an hour.
 */
const minutes = Number(process.env['HOSTILE_MINUTES'] || 5)

test(
  'the product survives attacks and faults, and serves an honest visitor and an honest editor',
  async () => {
    // One order of attacks, so that a failure belongs to a change. `npm run hostile` tries others.
    const seed = Number(process.env['HOSTILE_SEED'] || 42)
    const report = await hostileRun({duration: minutes * 60_000, seed, log: () => {}})
    // Survival and correctness only. Times are for `npm run hostile`, on a machine that does nothing else.
    console.log(describeReport(report))
    expect(failures(report)).toEqual([])
    expect(report.tried.length).toBeGreaterThan(10)
    expect(report.honest.length).toBeGreaterThan(20)
  },
  minutes * 60_000 + 180_000,
)
