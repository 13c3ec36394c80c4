import {expect, test} from 'vitest'
import {feedCalendars} from '../../../calendar/fetch/feedCalendars.ts'
import {guardedFetch} from '../../../calendar/fetch/guardedFetch.ts'
import {memoryCache} from '../../../calendar/fetch/memoryCache.ts'
import {sampleFeeds} from '../../../calendar/fetch/sampleFeeds.ts'
import {calendarOf, feedServer, sends} from './feedServer.ts'
import {thursdays, touchpoint} from '../merge/fakes.ts'

const march = {
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
}

test('the feeds are read and merged with touchpoints and cadences', async () => {
  await using good = await feedServer(sends(calendarOf(2)))
  await using bad = await feedServer(sends('', {}, 503))
  const calendars = feedCalendars({cache: memoryCache(), allowHosts: [good.host, bad.host]})
  const {events, problems, nextChangeAt, feeds} = await calendars({
    feeds: [
      {id: 'bad', title: 'Bad', feedUrl: bad.url, own: false, titleFilters: []},
      {
        id: 'good',
        title: 'Good',
        feedUrl: good.url,
        own: true,
        titleFilters: [{action: 'exclude', text: 'call 0'}],
      },
    ],
    touchpoints: [touchpoint('2024-03-28T13:00:00Z', {seriesId: 'series-thursday'})],
    cadences: [thursdays],
    ...march,
  })
  expect(events.map(({kind, title}) => [kind, title])).toEqual([
    ['feed', 'Call 1'],
    ['cadence', 'Thursday Touchpoints'],
    ['touchpoint', 'Security Management, OSPO functions in AI and more'],
  ])
  expect(problems).toMatchObject([{kind: 'feed', source: 'bad', code: 'http-status'}])
  expect(nextChangeAt).toBe('2024-03-21T13:00:00Z')
  expect(feeds).toMatchObject([
    {id: 'bad', title: 'Bad', health: {state: 'failed', failures: 1}},
    {id: 'good', title: 'Good', health: {state: 'fresh', eventCount: 2}},
  ])
})

test("a time without a zone is read in the calendar's zone", async () => {
  const floating = calendarOf(1).replaceAll('120000Z', '120000').replaceAll('130000Z', '130000')
  await using server = await feedServer(sends(floating))
  const calendars = feedCalendars({cache: memoryCache(), allowHosts: [server.host]})
  const feed = {id: 'a', title: 'A', feedUrl: server.url, own: true, titleFilters: []}
  const request = {touchpoints: [], cadences: [], ...march}
  const [event] = (await calendars({...request, feeds: [{...feed, timeZone: 'Asia/Tokyo'}]})).events
  expect(event).toMatchObject({
    start: '2024-03-01T03:00:00Z',
    timeZone: 'Asia/Tokyo',
    floating: false,
  })
  const [same] = (await calendars({...request, feeds: [feed]})).events
  expect(same).toMatchObject({start: '2024-03-01T12:00:00', floating: true})
})

test('a signal ends the wait of its caller, and the download goes on for others', async () => {
  const stop = new AbortController()
  await using server = await feedServer((request, response) => {
    stop.abort(new Error('The visitor left.'))
    sends(calendarOf(1))(request, response)
  })
  const calendars = feedCalendars({cache: memoryCache(), allowHosts: [server.host]})
  const feed = {id: 'a', title: 'A', feedUrl: server.url, own: true, titleFilters: []}
  const request = {feeds: [feed], touchpoints: [], cadences: [], ...march}
  const left = calendars({...request, signal: stop.signal})
  const stays = calendars(request)
  await expect(left).rejects.toThrow('The visitor left.')
  expect((await stays).events).toHaveLength(1)
  expect(server.requests).toHaveLength(1)
})

test('the sample calendars need no network', async () => {
  const calendars = feedCalendars({
    cache: memoryCache(),
    fetch: sampleFeeds('content/todo/feeds', guardedFetch()),
  })
  const {events, problems} = await calendars({
    feeds: ['openssf', 'chaoss'].map((id) => ({
      id,
      title: id,
      feedUrl: `https://calendars.touchpoints.example/${id}.ics`,
      own: false,
      titleFilters: [],
    })),
    touchpoints: [],
    cadences: [],
    ...march,
  })
  expect(events.length).toBeGreaterThan(20)
  expect(problems).toEqual([])
})
