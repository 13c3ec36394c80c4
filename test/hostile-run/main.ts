import {parseArgs} from 'node:util'

import {hostileRun} from './hostileRun.ts'
import {describeReport, failures, maxP95, p95} from './report.ts'

// `npm run hostile -- [--minutes N] [--seed N] [--feeds FOLDER] [--only TEXT]`. One hour by default.
const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '60'},
    seed: {type: 'string', default: String(Math.floor(Math.random() * 1_000_000))},
    feeds: {type: 'string'},
    only: {type: 'string'},
    quiet: {type: 'boolean', default: false},
  },
})
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 24 * 60)) {
  throw new Error(`--minutes is "${values.minutes}": expected a number above 0.`)
}
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))
console.log(`Attacking for ${minutes} minutes, seed ${values.seed}`)
const report = await hostileRun({
  duration: minutes * 60_000,
  seed: Number(values.seed),
  ...(values.feeds !== undefined && {feedFolder: values.feeds}),
  ...(values.only !== undefined && {only: values.only}),
  log: values.quiet ? () => {} : (line) => console.log(line),
})
console.log(`\n${describeReport(report)}`)
const slow = p95(report.honest)
const problems = [
  ...failures(report),
  ...(slow < maxP95
    ? []
    : [`The p95 of honest requests is ${Math.round(slow)} ms, limit ${maxP95} ms`]),
]
console.log(problems.length > 0 ? `\nFAILED\n${problems.join('\n')}` : '\nSurvived')
process.exit(problems.length > 0 ? 1 : 0)
