import {describe, expect, test} from 'vitest'

import type {DisagreementProblem, FeedEvent} from '../../../calendar/index.ts'
import {ownUrl} from '../../../calendar/links/index.ts'
import {publicEvents} from '../../../loaders/audience/publicEvents.ts'
import {createLoader} from '../../../loaders/index.ts'
import {memoryClient} from '../../support/memoryClient.ts'

const link = ownUrl('https://meet.example/secret')
const noViews = {
  community: null,
  calendars: [],
  decisions: [],
  series: [],
  touchpoints: [],
  workingGroups: [],
}

function feedEvent(fields: Partial<FeedEvent> = {}): FeedEvent {
  return {
    kind: 'feed',
    id: 'todo/call',
    title: 'Call',
    start: '2026-03-12T12:00:00Z',
    end: '2026-03-12T13:00:00Z',
    allDay: false,
    floating: false,
    status: 'confirmed',
    categories: [],
    calendarIds: ['todo'],
    sources: [],
    joins: [],
    ...fields,
  }
}

const visible = (event: FeedEvent) =>
  publicEvents({events: [event], problems: []}, noViews).events[0]

describe('an event for members', () => {
  test('contains no link, in any property of its feed', () => {
    const event = visible(
      feedEvent({
        audience: 'members',
        title: `Board call ${link}`,
        joinUrl: link,
        url: link,
        location: `Online: ${link}`,
        description: `Dial 1234, passcode 99, or ${link}`,
        categories: ['plans', link],
        organizer: {name: `Ana ${link}`, email: 'ana@example.org'},
      }),
    )
    expect(JSON.stringify(event)).not.toMatch(/secret|passcode|@/)
    expect(event).toMatchObject({
      title: 'Board call',
      categories: ['plans'],
      organizer: {name: 'Ana'},
    })
  })

  test('keeps a place without a detail, and its time', () => {
    const event = visible(feedEvent({audience: 'members', location: 'Room 12'}))
    expect(event).toEqual(feedEvent({audience: 'members', location: 'Room 12'}))
  })
})

test('a contradiction of members’ sources is reported without its values', () => {
  const problem: DisagreementProblem = {
    kind: 'disagreement',
    eventId: 'todo/call',
    field: 'joinUrl',
    values: [{source: 'todo/call', value: link}],
    message: `The join link of "Call" differs: ${link} in the session.`,
  }
  const event = feedEvent({audience: 'members'})
  const {problems} = publicEvents({events: [event], problems: [problem]}, noViews)
  expect(JSON.stringify(problems)).not.toContain('secret')
  expect(problems).toMatchObject([{field: 'joinUrl', eventId: 'todo/call'}])
})

describe('a room that a feed repeats', () => {
  const series = (audience: string, _id: string) => ({
    _id,
    _type: 'series',
    _updatedAt: '2024-01-01T00:00:00Z',
    title: _id,
    slug: {current: _id},
    meets: 'scheduled',
    lifecycle: 'active',
    audience,
    defaultLinks: {join: 'https://zoom.us/j/81234567890?pwd=abc'},
  })
  const inFeed = feedEvent({joinUrl: ownUrl('https://us02web.zoom.us/j/81234567890')})
  const events = async (documents: object[]) => {
    const loader = createLoader({
      client: memoryClient(documents),
      now: '2026-03-01T00:00:00Z',
      calendars: () => Promise.resolve({events: [inFeed], problems: []}),
    })
    const {data} = await loader.events({from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z'})
    return data
  }

  test('is a members’ room when only members meet there, however it is written', async () => {
    expect(await events([series('members', 'board')])).toMatchObject([{audience: 'members'}])
    expect(JSON.stringify(await events([series('members', 'board')]))).not.toContain('zoom')
  })

  test('is public when a meeting for everyone has it, as in a community with one room', async () => {
    const both = [series('members', 'board'), series('everyone', 'open')]
    expect(await events(both)).toEqual([inFeed])
  })

  test('is public without a meeting for members', async () => {
    expect(await events([])).toEqual([inFeed])
  })
})

test('a copy of a page needs a query, because a members’ room is not in it', async () => {
  const board = {
    _id: 'series-board',
    _type: 'series',
    _updatedAt: '2024-01-01T00:00:00Z',
    title: 'Board',
    slug: {current: 'board'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'members',
    defaultLinks: {join: link},
  }
  const client = memoryClient([board])
  const calendars = () => Promise.resolve({events: [feedEvent({joinUrl: link})], problems: []})
  const loader = createLoader({client, now: '2026-03-01T00:00:00Z', calendars})
  const {data: page} = await loader.meetingsPage()
  expect((await loader.events({page})).data).toMatchObject([{audience: 'members'}])
  expect(client.queries).toHaveLength(1)
  const copied = await loader.events({page: structuredClone(page)})
  expect(copied.data).toMatchObject([{audience: 'members'}])
  expect(client.queries).toHaveLength(2)
})
