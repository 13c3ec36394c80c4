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
const mostMs = 2000
const mostMegabytes = 400

const measured = z.object({
  ms: z.number(),
  megabytes: z.number(),
  good: z.array(z.string()),
  occurrences: z.number(),
  problems: z.number(),
  vague: z.array(z.string()),
  polluted: z.boolean(),
})

/** Another Node, so that neither the test runner's memory nor its work is counted. */
function readElsewhere(name: string): z.infer<typeof measured> {
  const script = join(import.meta.dirname, 'measure.ts')
  const output = execFileSync(process.execPath, [script, name], {encoding: 'utf8', timeout: 60_000})
  return measured.parse(JSON.parse(output))
}

/** What a reading should have been and was not; empty when it is as it should be. */
function complaints(reading: Reading, feed: Pick<HostileFeed, 'legal' | 'withoutEvent'>): string[] {
  const wanted = feed.withoutEvent === true ? '' : good
  return [
    reading.good.join() === wanted ? [] : [`good event: ${reading.good.join()}`],
    reading.problems > 0 || feed.legal === true ? [] : ['no problem is reported'],
    reading.vague.map((message) => `neither line nor UID: ${message}`),
    reading.polluted ? ['Object.prototype was changed'] : [],
    reading.ms < mostMs ? [] : [`${reading.ms} ms`],
  ].flat()
}

describe('a hostile feed gives back its good event and tells what is wrong', () => {
  test.each(Object.entries(feeds))('%s', (_name, feed) => {
    expect(complaints(read(feed.text()), feed)).toEqual([])
  })

  test.each(Object.entries(heavyFeeds))(
    '%s, within 2 s and 400 MB',
    {timeout: 60_000},
    (name, feed) => {
      const reading = readElsewhere(name)
      expect(complaints(reading, feed)).toEqual([])
      expect(reading.megabytes).toBeLessThan(mostMegabytes)
    },
  )
})

const shared = sharedFolder(process.env, 'hostile-feeds')

describe.skipIf(shared === undefined)(
  'the shared hostile feeds (skipped where ../shared/hostile-feeds is not there)',
  () => {
    /** They hold nothing that is wrong: a UID may be any text. */
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
