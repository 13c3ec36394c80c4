/**
 * Reads one made feed in a process of its own, so that its peak of memory is its own:
 * `node measure.ts NAME`. Prints the reading as a line of JSON.
 */
import {heavyFeeds} from './heavyFeeds.ts'
import {read} from './read.ts'

const reading = read(heavyFeeds[process.argv[2] ?? '']?.text() ?? '')
console.log(JSON.stringify({...reading, megabytes: process.resourceUsage().maxRSS / 1024}))
