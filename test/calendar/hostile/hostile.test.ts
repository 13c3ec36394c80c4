import {execFileSync} from 'node:child_process'
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import * as z from 'zod/mini'
import {describe, expect, test} from 'vitest'
import {sharedFolder} from '../../conformance/caseFolders.ts'
import {feeds} from './feeds.ts'
import {heavyFeeds} from './heavyFeeds.ts'
import {read} from './read.ts'
import type {HostileFeed} from './compose.ts'
import type {Reading} from './read.ts'

const good = '2024-03-10T12:00:00Z/2024-03-10T13:00:00Z'
const maxMs = 2000
const maxMegabytes = 400

const measured = z.object({
  ms: z.number(),
  megabytes: z.number(),
  good: z.array(z.string()),
  occurrences: z.number(),
  problems: z.number(),
  vague: z.array(z.string()),
  polluted: z.boolean(),
})

/** Parses in another Node process, so that the test runner's memory and time don't count. */
function readInProcess(name: string): z.infer<typeof measured> {
  const script = join(import.meta.dirname, 'measure.ts')
  const output = execFileSync(process.execPath, [script, name], {encoding: 'utf8', timeout: 60_000})
  return measured.parse(JSON.parse(output))
}

/** Returns what is wrong with a result. */
function complaints(reading: Reading, feed: Pick<HostileFeed, 'legal' | 'withoutEvent'>): string[] {
  const expected = feed.withoutEvent === true ? '' : good
  return [
    reading.good.join() === expected ? [] : [`good event: ${reading.good.join()}`],
    reading.problems > 0 || feed.legal === true ? [] : ['no problem is reported'],
    reading.vague.map((message) => `neither line nor UID: ${message}`),
    reading.polluted ? ['Object.prototype was changed'] : [],
    reading.ms < maxMs ? [] : [`${reading.ms} ms`],
  ].flat()
}

describe('a hostile feed keeps its good event, and its mistakes are reported', () => {
  test.each(Object.entries(feeds))('%s', (_name, feed) => {
    expect(complaints(read(feed.text()), feed)).toEqual([])
  })

  test.each(Object.entries(heavyFeeds))(
    '%s, within 2 s and 400 MB',
    {timeout: 60_000},
    (name, feed) => {
      const reading = readInProcess(name)
      expect(complaints(reading, feed)).toEqual([])
      expect(reading.megabytes).toBeLessThan(maxMegabytes)
    },
  )
})

const shared = sharedFolder(process.env, 'hostile-feeds')

describe.skipIf(shared === undefined)(
  'the shared hostile feeds (skipped because ../shared/hostile-feeds is missing)',
  () => {
    /** These are valid, because a UID can be any text. */
    const legal = new Set(['proto_uids.ics', 'uid_collides_prodid.ics'])
    const withoutEvent = new Set(['empty.ics', 'html_not_ics.ics'])
    const names =
      shared === undefined ? [] : readdirSync(shared).filter((name) => name.endsWith('.ics'))

    test.each(names)('%s', (name) => {
      const text = readFileSync(join(shared ?? '', name), 'utf8')
      const feed = {legal: legal.has(name), withoutEvent: withoutEvent.has(name)}
      expect(complaints(read(text), feed)).toEqual([])
    })
  },
)
