import {expect, test} from 'vitest'

import {parseCalendar} from '../../../../calendar/index.ts'
import {calendarFiles} from '../../../../loaders/adapters/next/index.ts'
import {eventsFormat} from '../../../../loaders/feeds/index.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const files = calendarFiles({
  loader: sampleLoader({settings: {now: '2024-03-20T00:00:00Z'}}),
  siteUrl: 'https://community.example',
  basePath: '/api',
})

/** In a static export, Next passes a proxy of a request. Reading it throws. */
const unreadable = new Proxy(
  {},
  {
    get: () => {
      throw new TypeError('Cannot read private member #state')
    },
  },
)

const fileOf = (name: string) => files.GET(unreadable, {params: Promise.resolve({name})})

test('each file that Next writes has a body and a type, and none of them reads the request', async () => {
  const names = files.generateStaticParams().map(({name}) => name)
  expect(names).toEqual([
    'events.json',
    'calendar.ics',
    'feed.json',
    'feed.xml',
    'recordings.json',
    'recordings.xml',
  ])
  for (const name of names) {
    const response = await fileOf(name)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/json|calendar|xml/),
    ])
    expect((await response.text()).length).toBeGreaterThan(100)
  }
})

test('events.json names no file for each event, because a static host ignores filters', async () => {
  const document = eventsFormat.parse(await (await fileOf('events.json')).json())
  expect(document.events.length).toBeGreaterThan(0)
  expect(document.eventFile).toBeUndefined()
})

test('the calendar has its own address, at which programs look for changes', async () => {
  const text = await (await fileOf('calendar.ics')).text()
  expect(text).toContain('URL:https://community.example/api/calendar.ics')
  expect(parseCalendar(text).eventCount).toBeGreaterThan(0)
})

test('another name is not a file', async () => {
  expect((await fileOf('health')).status).toBe(404)
})
