/**
 * Parses one generated feed in a separate process, to measure its peak memory alone:
 * `node measure.ts NAME`. Prints the result as a line of JSON.
 */
import {heavyFeeds} from './heavyFeeds.ts'
import {read} from './read.ts'

const reading = read(heavyFeeds[process.argv[2] ?? '']?.text() ?? '')
console.log(JSON.stringify({...reading, megabytes: process.resourceUsage().maxRSS / 1024}))
