import {describe, expect, test} from 'vitest'

import {feedCalendars} from '../../calendar/fetch/feedCalendars.ts'
import {memoryCache} from '../../calendar/fetch/memoryCache.ts'
import type {CalendarsRequest} from '../../calendar/index.ts'
import {createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {readContent} from '../support/readContent.ts'

const content = readContent().map((document) => ({
  _updatedAt: '2026-01-01T00:00:00Z',
  ...document,
}))
const now = '2024-03-20T00:00:00Z'
const window = {from: '2024-03-01T00:00:00Z', to: '2024-05-01T00:00:00Z'}

/** Records its requests and returns no event. */
function recordingCalendars() {
  const requests: CalendarsRequest[] = []
  const calendars = (request: CalendarsRequest) => {
    requests.push(request)
    return Promise.resolve({events: [], problems: []})
  }
  return {requests, calendars}
}

describe('events', () => {
  test('of a page need no second query, and use the same documents', async () => {
    const client = memoryClient(content)
    const {requests, calendars} = recordingCalendars()
    const loader = createLoader({client, now, calendars})
    const {data: page} = await loader.meetingsPage({window})
    await loader.events({page})
    expect(client.queries).toHaveLength(1)
    await loader.events(window)
    expect(client.queries).toHaveLength(2)
    const [ofPage, ofQuery] = requests.map(({cadences, ...rest}) => ({
      ...rest,
      cadences: cadences.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    expect(ofPage).toEqual(ofQuery)
    expect(ofPage).toMatchObject({...window, now})
  })

  test('use the feeds of enabled calendars only, with their ownership', async () => {
    const {requests, calendars} = recordingCalendars()
    const disabled = content.map((document) =>
      document._id === 'calendar-openssf' ? {...document, enabled: false} : document,
    )
    await createLoader({client: memoryClient(disabled), now, calendars}).events(window)
    const ids = requests[0]?.feeds.map(({id, own}) => `${id} ${own}`).toSorted()
    expect(ids).toContain('calendar-todo true')
    expect(ids).toContain('calendar-chaoss false')
    expect(ids).not.toContain('calendar-openssf false')
  })

  test('include the sessions of the window although every feed fails, which is reported', async () => {
    const fetch = () => Promise.resolve(new Response('', {status: 503}))
    const loader = createLoader({
      client: memoryClient(content),
      now,
      calendars: feedCalendars({fetch, cache: memoryCache()}),
    })
    const {data, problems} = await loader.events(window)
    expect(data.map(({start}) => start)).toContain('2024-03-28T13:00:00Z')
    expect(problems.filter(({kind}) => kind === 'feed')).toHaveLength(4)
  })

  test('throw an error that names feedCalendars when the loader has no calendars', async () => {
    const loader = createLoader({client: memoryClient(content), now})
    await expect(loader.events(window)).rejects.toThrow('feedCalendars')
  })

  test.each([
    [{from: window.to, to: window.from}, 'not after its start'],
    [{...window, from: 'March'}, 'from is "March"'],
    [{...window, timeZone: 'CET'}, 'timeZone is "CET"'],
  ])('of an invalid window throw an error before any query', async (options, message) => {
    const client = memoryClient(content)
    const loader = createLoader({client, now, calendars: recordingCalendars().calendars})
    await expect(loader.events(options)).rejects.toThrow(message)
    expect(client.queries).toEqual([])
  })
})
