import {readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {isolatedCalendars} from '../../../calendar/fetch/isolation/isolatedCalendars.ts'
import {createHandler} from '../../../loaders/adapters/http/index.ts'
import {eventsFormat, type EventsDocument} from '../../../loaders/feeds/index.ts'
import {createLoader} from '../../../loaders/index.ts'
import {sharedFolder} from '../../conformance/caseFolders.ts'
import {feedAddressOf, feedFolder} from '../../support/feedFolder.ts'
import {memoryClient} from '../../support/memoryClient.ts'
import {readContent} from '../../support/readContent.ts'
import {calendarOf} from '../fetch/feedServer.ts'
import {calendar, event} from './compose.ts'
import {feeds} from './feeds.ts'
import {heavyFeeds} from './heavyFeeds.ts'
import {recordingLogger} from '../../support/recordingLogger.ts'

const daily = (lines: readonly string[]) => () =>
  calendar(event('bad', ['DTSTART:20240101T120000Z', 'RRULE:FREQ=DAILY', ...lines]))

/** Feeds that a parser reads without trouble, and that make an output too large or impossible. */
const outputFeeds: Readonly<Record<string, () => string>> = {
  'five events every 4 minutes': () =>
    calendar(
      ...Array.from({length: 5}, (_, index) =>
        event(`dense-${index}`, ['DTSTART:20240301T120000Z', 'RRULE:FREQ=MINUTELY;INTERVAL=4']),
      ),
    ),
  '9,000 events a day, each with its own UID': () =>
    calendar(
      ...Array.from({length: 20_000}, (_, index) =>
        event(`dense-${index}`, [`DTSTART:202403${20 + (index % 9)}T120000Z`]),
      ),
    ),
  'a description of 9 MB, daily': daily([`DESCRIPTION:${'x'.repeat(9_000_000)}`]),
  'a title of 5 MB, daily': daily([`SUMMARY:${'x'.repeat(5_000_000)}`]),
  'a link of 5 MB, daily': daily([`URL:https://example.org/${'x'.repeat(5_000_000)}`]),
  '500,000 categories, daily': daily([`CATEGORIES:${'abc,'.repeat(500_000)}x`]),
  'a UID of 5 MB': () =>
    calendar(event('x'.repeat(5_000_000), ['DTSTART:20240101T120000Z', 'RRULE:FREQ=DAILY'])),
  'an event since the year 0 of a zone east of Greenwich': () =>
    calendar(event('old', ['DTSTART;TZID=Asia/Tokyo:00000101T000000', 'DURATION:P999999W'])),
  'an event since 1850, when Berlin had an offset with seconds': () =>
    calendar(
      event('old', ['DTSTART;TZID=Europe/Berlin:18500101T120000', 'DTEND:99990101T120000Z']),
    ),
}

const shared = sharedFolder(process.env, 'hostile-feeds')
const sharedFeeds = (shared === undefined ? [] : readdirSync(shared))
  .filter((name) => name.endsWith('.ics'))
  .map((name) => [name, () => readFileSync(join(shared ?? '', name), 'utf8')] as const)

const texts: [string, () => string][] = [
  ...Object.entries(outputFeeds),
  ...Object.entries({...feeds, ...heavyFeeds}).map(([name, {text}]): [string, () => string] => [
    name,
    text,
  ]),
  ...sharedFeeds.map(([name, text]): [string, () => string] => [name, text]),
]

/** Times that two busy cores can slow down tenfold, without a thread that ends by mistake. */
const patient = {work: 60_000, wait: 120_000}
const honest = 12
const maxBytes = 8_000_000

describe('with a hostile feed beside an honest one, everyone gets every output', () => {
  const folder = feedFolder({honest: calendarOf(honest, 'Honest'), hostile: calendarOf(1)})
  const limits = {deadline: 120_000}
  // One thread for all: what one feed leaves behind must not affect the next.
  const calendars = isolatedCalendars({sampleFolder: folder, limits, isolation: patient})
  afterAll(async () => {
    await calendars[Symbol.asyncDispose]()
    rmSync(folder, {recursive: true})
  })

  const documents = readContent().filter((each) => Reflect.get(each, '_type') !== 'calendar')
  const calendarDocument = (name: string, file: string) => ({
    _id: `calendar-${name}`,
    _type: 'calendar',
    _updatedAt: '2024-01-01T00:00:00Z',
    title: name,
    slug: {_type: 'slug', current: name.toLowerCase()},
    ownership: 'ofInterest',
    color: '#7b2d8b',
    enabled: true,
    feedUrl: feedAddressOf(file),
  })
  const loaderFor = (index: number) =>
    createLoader({
      now: '2024-03-01T10:00:00Z',
      calendars,
      client: memoryClient([
        ...documents.map((each) => ({_updatedAt: '2024-01-01T00:00:00Z', ...each})),
        calendarDocument('Honest', 'honest'),
        calendarDocument(`Hostile-${index}`, `hostile-${index}`),
      ]),
    })

  const siteUrl = 'https://community.example'
  let index: Record<string, string>
  beforeAll(() => {
    index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  })

  test.each(texts.map(([name, text], number) => [name, number, text] as const))(
    '%s',
    {timeout: 240_000},
    async (_name, number, text) => {
      index[feedAddressOf(`hostile-${number}`)] = 'hostile.ics'
      writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
      writeFileSync(join(folder, 'hostile.ics'), text())
      const {logger, errors} = recordingLogger()
      const handler = createHandler({loader: loaderFor(number), siteUrl, logger})
      const sizes: number[] = []
      let document: EventsDocument | undefined
      for (const path of ['events.json', 'calendar.ics', 'feed.json', 'feed.xml', 'health']) {
        const response = await handler(new Request(`${siteUrl}/${path}`))
        const body = await response.text()
        expect([path, response.status, errors]).toEqual([path, 200, []])
        sizes.push(body.length)
        if (path === 'events.json') document = eventsFormat.parse(JSON.parse(body))
      }
      expect(Math.max(...sizes)).toBeLessThan(maxBytes)
      const meetings = document?.events.filter(({title}) => title.startsWith('Honest'))
      expect(meetings).toHaveLength(honest)
    },
  )
})
