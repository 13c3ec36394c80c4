import {describe, expect, test} from 'vitest'

import {feedCalendars} from '../../calendar/fetch/feedCalendars.ts'
import {memoryCache} from '../../calendar/fetch/memoryCache.ts'
import type {CalendarsRequest} from '../../calendar/index.ts'
import {createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {readContent} from '../support/readContent.ts'
import {sampleLoader} from '../support/sampleLoader.ts'
import {series} from './smallCommunity.ts'

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

const decision = {
  _id: 'decision',
  _type: 'calendarDecision',
  _updatedAt: '2026-01-01T00:00:00Z',
  verdict: 'same',
  first: {document: {_type: 'reference', _ref: 'touchpoint-1', _weak: true}},
  second: {calendar: {_type: 'reference', _ref: 'calendar-todo', _weak: true}, eventUid: 'abc@x'},
}

describe('decisions', () => {
  const requestWith = async (...documents: Record<string, unknown>[]) => {
    const {requests, calendars} = recordingCalendars()
    const client = memoryClient([...content, ...documents])
    const loader = createLoader({client, now, calendars})
    await loader.events(window)
    const {data: page} = await loader.meetingsPage({window})
    await loader.events({page})
    expect(client.queries).toHaveLength(2)
    expect(requests[1]?.decisions).toEqual(requests[0]?.decisions)
    return requests[0]?.decisions
  }

  test('are read with the documents that they are about, and reach the calendars', async () => {
    expect(await requestWith(decision)).toContainEqual({
      verdict: 'same',
      meetings: [
        {kind: 'document', id: 'touchpoint-1'},
        {kind: 'feed-event', calendarId: 'calendar-todo', uid: 'abc@x'},
      ],
    })
  })

  test('that don’t name two meetings say nothing', async () => {
    const sample = await requestWith()
    expect(sample).toHaveLength(1)
    expect(await requestWith({...decision, second: {eventUid: 'abc@x'}})).toEqual(sample)
    expect(await requestWith({...decision, first: {}})).toEqual(sample)
  })

  test('have no note in any result, because it is for editors', async () => {
    const client = memoryClient([...content, {...decision, note: 'Ana said so in private.'}])
    const {data} = await createLoader({client, now}).meetingsPage({window})
    expect(data.decisions.map(({_id}) => _id)).toContain('decision')
    expect(JSON.stringify(data)).not.toContain('in private')
  })
})

describe('a calendar that a series names', () => {
  const cadencesWith = async (id: string) => {
    const {requests, calendars} = recordingCalendars()
    const calendar = {calendar: {_type: 'reference', _ref: id}, eventUid: 'abc@x'}
    const others = content.filter(({_type}) => _type !== 'series')
    const own = series('own', 'Weekly', {...calendar, group: null})
    const ofGroup = series('of-group', 'Weekly', {
      ...calendar,
      group: {_type: 'reference', _ref: 'workingGroup-oss-in-business'},
    })
    const client = memoryClient(
      [...others, own, ofGroup].map((each) => ({_updatedAt: now, ...each})),
    )
    await createLoader({client, now, calendars}).events(window)
    return requests[0]?.cadences.map(({calendarId, eventUid}) => [calendarId, eventUid])
  }

  test('reaches the merge with its event', async () => {
    expect(await cadencesWith('calendar-todo')).toEqual([
      ['calendar-todo', 'abc@x'],
      ['calendar-todo', 'abc@x'],
    ])
  })

  test('of another community decides nothing, so it is left out with its event', async () => {
    expect(await cadencesWith('calendar-openssf')).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

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

  test('without a reader are sessions and dates of series, and unread feeds are one problem', async () => {
    const slot = {
      _key: 'a',
      frequency: 'weekly',
      interval: 1,
      weekdays: ['TU'],
      time: '16:00',
      timeZone: 'Europe/Madrid',
      startDate: '2024-01-02',
    }
    const documents = content.map((each) =>
      each._id === 'series-oss-in-business-call' ? {...each, cadence: {slots: [slot]}} : each,
    )
    const loader = createLoader({client: memoryClient(documents), now})
    const {data, problems, feeds} = await loader.events(window)
    expect(data.map(({start}) => start)).toContain('2024-03-28T13:00:00Z')
    expect(new Set(data.map(({kind}) => kind))).toEqual(new Set(['touchpoint', 'cadence']))
    expect(feeds).toBeUndefined()
    const [problem, ...more] = problems.filter(({kind}) => kind === 'configuration')
    expect(more).toEqual([])
    expect(problem).toMatchObject({option: 'calendars'})
    expect(problem?.message).toContain('"TODO')
    expect(problem?.message).toContain('feedCalendars()')
    const page = await loader.meetingsPage({window})
    const ofPage = await loader.events({page: page.data})
    expect(ofPage.data).toEqual(data)
  })

  test('without a reader and without feeds have no problem, because nothing is missing', async () => {
    const records = content.filter(({_type}) => _type !== 'calendar')
    const loader = createLoader({client: memoryClient(records), now, strict: true})
    expect((await loader.events(window)).data.length).toBeGreaterThan(0)
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

test('a call that its own calendar moved is shown once, at its new time, if the series names the event', async () => {
  const fortnightly = {
    _key: 'a',
    frequency: 'weekly',
    interval: 2,
    weekdays: ['TU'],
    time: '16:00',
    timeZone: 'Europe/Madrid',
    startDate: '2025-01-14',
  }
  const call = readContent().find(({_id}) => _id === 'series-oss-in-business-call')
  const cadence = {slots: [fortnightly]}
  const documents = [{...call, _id: 'series-oss-in-business-call', cadence}]
  const loader = sampleLoader({documents, settings: {now: '2026-11-20T00:00:00Z'}})
  const {data} = await loader.events({from: '2026-12-01T00:00:00Z', to: '2027-01-10T00:00:00Z'})
  const calls = data.filter(({series}) => series?.id === 'series-oss-in-business-call')
  expect(calls.map(({start, status}) => `${start} ${status}`)).toEqual([
    '2026-12-02T16:00:00Z confirmed',
    '2026-12-15T15:00:00Z confirmed',
    '2026-12-29T15:00:00Z cancelled',
  ])
})
