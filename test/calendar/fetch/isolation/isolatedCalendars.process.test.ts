import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'

import type {CalendarsRequest} from '../../../../calendar/calendarReader.ts'
import {feedCalendars} from '../../../../calendar/fetch/feedCalendars.ts'
import {guardedFetch} from '../../../../calendar/fetch/guardedFetch.ts'
import {
  isolatedCalendars,
  type IsolatedOptions,
} from '../../../../calendar/fetch/isolation/isolatedCalendars.ts'
import {memoryCache} from '../../../../calendar/fetch/memoryCache.ts'
import {sampleFeeds} from '../../../../calendar/fetch/sampleFeeds.ts'
import {feedAddressOf, feedFolder as createFeedFolder} from '../../../support/feedFolder.ts'
import {thursdays, touchpoint} from '../../merge/fakes.ts'
import {calendarOf} from '../feedServer.ts'

const folders: string[] = []
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, {recursive: true, force: true})
})

function removed(path: string): string {
  folders.push(path)
  return path
}

const folder = () => removed(mkdtempSync(join(tmpdir(), 'touchpoints-isolated-')))
const feedFolder = (texts: Readonly<Record<string, string>>) => removed(createFeedFolder(texts))

const requestFor = (names: readonly string[], rest: Partial<CalendarsRequest> = {}) => ({
  feeds: names.map((id) => ({
    id,
    title: id,
    feedUrl: feedAddressOf(id),
    own: false,
    titleFilters: [],
  })),
  touchpoints: [touchpoint('2024-03-28T13:00:00Z', {seriesId: 'series-thursday'})],
  cadences: [thursdays],
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
  ...rest,
})

/** A worker with a parser that loops, takes all memory or ends the thread if the text says so. */
const worker = new URL('hostileWorker.ts', import.meta.url)
const hostile = (mark: string) =>
  calendarOf(2, 'Bad').replace('VERSION:2.0', `VERSION:2.0\r\n${mark}`)

/** A busy machine must not end the thread before it read the honest feeds. */
const patient = {work: 1000, wait: 100_000}

function readerOf(texts: Readonly<Record<string, string>>, options: IsolatedOptions = {}) {
  const limits = {deadline: 100_000}
  return isolatedCalendars({
    worker,
    sampleFolder: feedFolder(texts),
    limits,
    ...options,
    isolation: {...patient, ...options.isolation},
  })
}

test('a signal ends the wait of its caller, although it cannot be sent to a thread', async () => {
  await using isolated = readerOf({a: calendarOf(2)})
  const stop = new AbortController()
  const left = isolated({...requestFor(['a']), signal: stop.signal})
  stop.abort(new Error('The visitor left.'))
  await expect(left).rejects.toThrow('The visitor left.')
  const stays = await isolated({...requestFor(['a']), signal: new AbortController().signal})
  expect(stays.events.length).toBeGreaterThan(2)
})

test('the result is the same as in one thread', async () => {
  const texts = {a: calendarOf(2), b: calendarOf(3, 'Other')}
  const sampleFolder = feedFolder(texts)
  await using isolated = isolatedCalendars({sampleFolder, isolation: patient})
  const inProcess = feedCalendars({
    cache: memoryCache(),
    fetch: sampleFeeds(sampleFolder, guardedFetch()),
  })
  const request = requestFor(['a', 'b', 'absent'])
  const [{feeds, ...result}, {feeds: expectedFeeds, ...expected}] = await Promise.all([
    isolated(request),
    inProcess(request),
  ])
  expect(result.events.length).toBeGreaterThan(4)
  expect(result).toEqual(expected)
  expect(feeds?.map(({health}) => health.state)).toEqual(
    expectedFeeds?.map(({health}) => health.state),
  )
})

test('decisions reach the thread, so that it joins what editors decided', async () => {
  await using isolated = readerOf({a: calendarOf(28)})
  const decided = requestFor(['a'], {
    decisions: [
      {
        verdict: 'same',
        meetings: [
          {kind: 'document', id: 'series-thursday'},
          {kind: 'feed-event', calendarId: 'a', uid: '27@example.org'},
        ],
      },
    ],
  })
  const joinsOf = async (request: CalendarsRequest) =>
    (await isolated(request)).events.flatMap(({joins}) => joins.map(({reason}) => reason))
  expect(await joinsOf(decided)).toEqual(['decided'])
  // Another decision is another request, so the result of the first is not used again.
  expect(await joinsOf({...decided, decisions: []})).toEqual([])
})

test('an invalid window rejects, as in one thread', async () => {
  await using calendars = isolatedCalendars({isolation: patient})
  const request = requestFor([], {from: 'yesterday'})
  await expect(calendars(request)).rejects.toThrow(RangeError)
})

test.each([
  ['X-LOOP:parse', 'parsing it never ends', 'took longer than 1 s'],
  ['X-LOOP:between', 'expanding it never ends', 'took longer than 1 s'],
  ['X-HOARD:parse', 'it takes all memory', 'needed more than 64 MB'],
  ['X-EXIT:parse', 'it ends the thread', 'ended the thread'],
])(
  'a feed with %s is not read, because %s, and the other feed is',
  async (mark, _reason, message) => {
    const texts = {good: calendarOf(2), bad: hostile(mark)}
    await using calendars = readerOf(texts, {isolation: {memory: 64}})
    const {events, problems, feeds} = await calendars(requestFor(['bad', 'good']))
    expect(events.filter(({kind}) => kind === 'feed').map(({title}) => title)).toEqual([
      'Call 0',
      'Call 1',
    ])
    expect(problems).toEqual([
      {
        kind: 'feed',
        source: 'bad',
        code: 'too-expensive',
        message: expect.stringContaining(message),
      },
    ])
    expect(feeds?.map(({health}) => health.state)).toEqual(['failed', 'fresh'])
  },
)

test('the main thread serves others while a feed is read that never ends', async () => {
  await using calendars = readerOf({bad: hostile('X-LOOP:parse')})
  const order: string[] = []
  const hostileRead = calendars(requestFor(['bad'])).then(() => order.push('hostile read'))
  let turns = 0
  const turn = () => {
    turns++
    if (!order.includes('hostile read')) setImmediate(turn)
  }
  turn()
  // An honest reader in this thread, with its own feed.
  const honest = feedCalendars({
    cache: memoryCache(),
    fetch: sampleFeeds(feedFolder({good: calendarOf(2)}), guardedFetch()),
  })
  const {events} = await honest(requestFor(['good']))
  order.push('honest read')
  await hostileRead
  expect(order).toEqual(['honest read', 'hostile read'])
  expect(events.length).toBeGreaterThan(2)
  expect(turns).toBeGreaterThan(100)
})

test('a feed in quarantine is read again afterwards, and its next ending counts double', async () => {
  const sampleFolder = feedFolder({bad: hostile('X-EXIT:parse')})
  let now = Date.parse('2024-03-20T00:00:00Z')
  await using calendars = readerOf({}, {sampleFolder, now: () => new Date(now)})
  const codes = async () => {
    const {problems} = await calendars(requestFor(['bad'], {now: new Date(now).toISOString()}))
    return problems.map((each) => each.message.replace(/^.*not read for/, '').replace(/\..*/, ''))
  }
  expect(await codes()).toEqual([' 10 minutes'])
  now += 10 * 60_000
  expect(await codes()).toEqual([' 20 minutes'])
  writeFileSync(join(sampleFolder, 'bad.ics'), calendarOf(2))
  now += 20 * 60_000
  expect(await codes()).toEqual([])
})

test('the last good copy of a feed is shown when its new text ends the thread', async () => {
  const texts = {feed: calendarOf(2)}
  const cacheFolder = folder()
  const sampleFolder = feedFolder(texts)
  const limits = {deadline: 100_000, minFreshness: 0, maxFreshness: 0, staleWhileRevalidate: 0}
  await using calendars = readerOf({}, {sampleFolder, cacheFolder, limits})
  const first = await calendars(requestFor(['feed']))
  expect(first.problems).toEqual([])
  writeFileSync(join(sampleFolder, 'feed.ics'), hostile('X-LOOP:parse'))
  const second = await calendars(requestFor(['feed']))
  expect(second.events).toEqual(first.events)
  expect(second.problems).toMatchObject([{code: 'too-expensive', source: 'feed'}])
  expect(second.feeds).toMatchObject([{health: {state: 'stale', eventCount: 2}}])
})

test('a thread that is stuck outside of any feed is ended, and the request gets a result without feeds', async () => {
  await using calendars = readerOf({}, {isolation: {work: 300}})
  const {events, problems} = await calendars(requestFor(['loop-outside']))
  expect(events.map(({kind}) => kind)).toEqual(['cadence', 'touchpoint'])
  expect(problems).toMatchObject([{code: 'deadline-exceeded', source: 'loop-outside'}])
})

test('a caller waits no longer than its limit, and gets the last result of the same request', async () => {
  const sampleFolder = feedFolder({feed: calendarOf(2)})
  const limits = {deadline: 100_000, minFreshness: 0, maxFreshness: 0, staleWhileRevalidate: 0}
  const options = {sampleFolder, limits, worker}
  await using slow = isolatedCalendars({...options, isolation: {work: 100_000, wait: 5000}})
  const first = await slow(requestFor(['feed']))
  writeFileSync(join(sampleFolder, 'feed.ics'), hostile('X-LOOP:parse'))
  const second = await slow(requestFor(['feed'], {now: '2024-03-20T00:00:01Z'}))
  expect(second.events).toEqual(first.events)
  expect(second.problems).toMatchObject([{code: 'deadline-exceeded', source: 'feed'}])
  expect(second.problems[0]).toHaveProperty('staleSeconds')
  expect(second.nextChangeAt).toBe('2024-03-20T00:00:16Z')
})

test('one request too many gets its result at once, so that waiting requests stay few', async () => {
  const isolation = {requests: 1, work: 100_000}
  await using calendars = readerOf({bad: hostile('X-LOOP:parse')}, {isolation})
  const order: string[] = []
  const first = calendars(requestFor(['bad'])).then(() => order.push('first'))
  const {problems} = await calendars(requestFor(['bad'], {timeZone: 'Asia/Tokyo'}))
  expect(problems).toMatchObject([{code: 'deadline-exceeded'}])
  expect(order).toEqual([])
  await calendars[Symbol.asyncDispose]()
  await first
})

test('without the worker’s file, feeds are read in the main thread, and a warning says so', async () => {
  const warnings: Error[] = []
  const listen = (warning: Error) => warnings.push(warning)
  process.on('warning', listen)
  const sampleFolder = feedFolder({good: calendarOf(2)})
  const calendars = isolatedCalendars({sampleFolder, worker: null})
  const {events} = await calendars(requestFor(['good']))
  process.off('warning', listen)
  expect(events.length).toBeGreaterThan(2)
  expect(warnings).toMatchObject([{code: 'TOUCHPOINTS_NO_WORKER'}])
})
