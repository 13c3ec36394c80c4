/**
 * Measures one parser in a separate process: `node measure.ts NAME FEED RUNS`.
 *
 * Prints one line of JSON in ms of processor time, because wall time includes other work of the machine.
 */
import {readFileSync} from 'node:fs'
import {contenders} from './contenders.ts'
import {windows} from './windows.ts'

const [name = '', feed = '', runs = '1'] = process.argv.slice(2)
const contender = contenders[name]
if (!contender)
  throw new RangeError(
    `Unknown parser "${name}". Use one of: ${Object.keys(contenders).join(', ')}.`,
  )
const text = readFileSync(feed, 'utf8')

const results = Array.from({length: Number(runs)}, () => {
  const cold = timed(() => {
    const countOccurrences = contender(text)
    return {countOccurrences, count: countOccurrences(...windows.quarter)}
  })
  const second = timed(() => cold.value.countOccurrences(...windows.nextQuarter))
  const again = timed(() => cold.value.countOccurrences(...windows.quarter))
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
