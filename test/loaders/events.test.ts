import {describe, expect, test} from 'vitest'

import {feedCalendars} from '../../calendar/fetch/feedCalendars.ts'
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

/** Notes what it is asked and finds no event. */
function calendarsThatListen() {
  const asked: CalendarsRequest[] = []
  const calendars = (question: CalendarsRequest) => {
    asked.push(question)
    return Promise.resolve({events: [], problems: []})
  }
  return {asked, calendars}
}

describe('events', () => {
  test('of a page cost no second query, and are made of the very same', async () => {
    const client = memoryClient(content)
    const {asked, calendars} = calendarsThatListen()
    const loader = createLoader({client, now, calendars})
    const {data: page} = await loader.meetingsPage({window})
    await loader.events({page})
    expect(client.queries).toHaveLength(1)
    await loader.events(window)
    expect(client.queries).toHaveLength(2)
    const [ofPage, ofQuery] = asked.map(({cadences, ...rest}) => ({
      ...rest,
      cadences: cadences.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    expect(ofPage).toEqual(ofQuery)
    expect(ofPage).toMatchObject({...window, now})
  })

  test('ask for the feeds of enabled calendars only, whose word counts as they say', async () => {
    const {asked, calendars} = calendarsThatListen()
    const disabled = content.map((document) =>
      document._id === 'calendar-openssf' ? {...document, enabled: false} : document,
    )
    await createLoader({client: memoryClient(disabled), now, calendars}).events(window)
    const ids = asked[0]?.feeds.map(({id, own}) => `${id} ${own}`).toSorted()
    expect(ids).toContain('calendar-todo true')
    expect(ids).toContain('calendar-chaoss false')
    expect(ids).not.toContain('calendar-openssf false')
  })

  test('have the sessions of the window though every feed fails, which is a problem', async () => {
    const fetch = () => Promise.resolve(new Response('', {status: 503}))
    const loader = createLoader({
      client: memoryClient(content),
      now,
      calendars: feedCalendars({fetch}),
    })
    const {data, problems} = await loader.events(window)
    expect(data.map(({start}) => start)).toContain('2024-03-28T13:00:00Z')
    expect(problems.filter(({kind}) => kind === 'feed')).toHaveLength(4)
  })

  test('without a way to read feeds are an error that names it', async () => {
    const loader = createLoader({client: memoryClient(content), now})
    await expect(loader.events(window)).rejects.toThrow('feedCalendars')
  })

  test.each([
    [{from: window.to, to: window.from}, 'not after its start'],
    [{...window, from: 'March'}, 'from is "March"'],
    [{...window, timeZone: 'CET'}, 'timeZone is "CET"'],
  ])('of a window that is none are refused before anything is asked', async (options, message) => {
    const client = memoryClient(content)
    const loader = createLoader({client, now, calendars: calendarsThatListen().calendars})
    await expect(loader.events(options)).rejects.toThrow(message)
    expect(client.queries).toEqual([])
  })
})
