/**
 * Measures one contender in a process of its own: `node measure.ts NAME FEED RUNS`. Prints one line of
 * JSON, in ms of processor time: on a machine that does other things too, the clock measures those.
 */
import {readFileSync} from 'node:fs'
import {contenders} from './contenders.ts'
import {windows} from './windows.ts'

const [name = '', feed = '', runs = '1'] = process.argv.slice(2)
const contender = contenders[name]
if (!contender) throw new RangeError(`no contender is called ${name}`)
const text = readFileSync(feed, 'utf8')

const results = Array.from({length: Number(runs)}, () => {
  const cold = timed(() => {
    const ask = contender(text)
    return {ask, count: ask(...windows.quarter)}
  })
  const second = timed(() => cold.value.ask(...windows.nextQuarter))
  const again = timed(() => cold.value.ask(...windows.quarter))
  const year = timed(() => contender(text)(...windows.year))
  return {
    quarter: cold.ms,
    second: second.ms,
    again: again.ms,
    year: year.ms,
    occurrences: cold.value.count,
    occurrencesOfYear: year.value,
  }
})

console.log(JSON.stringify({results, megabytes: process.resourceUsage().maxRSS / 1024}))

function timed<T>(work: () => T): {value: T; ms: number} {
  const before = process.cpuUsage()
  const value = work()
  const {user, system} = process.cpuUsage(before)
  return {value, ms: (user + system) / 1000}
}
