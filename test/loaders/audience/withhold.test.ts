import {describe, expect, test} from 'vitest'

import {withhold} from '../../../loaders/audience/withhold.ts'
import {createLoader} from '../../../loaders/index.ts'
import {memoryClient} from '../../support/memoryClient.ts'

const room = 'https://rooms.example/board'

function withheld<Value>(value: Value): Value {
  withhold(value)
  return value
}

const key = (text: string, marks: string[] = []) => ({_type: 'span', _key: text, text, marks})

describe('a document of a members’ meeting', () => {
  test('keeps what cannot let a visitor in', () => {
    const session = {
      _id: 's',
      audience: 'members',
      title: 'Board',
      summary: 'Plans for spring.',
      links: {join: room, agenda: 'https://notes.example/agenda', rsvp: null},
      schedule: {start: '2026-03-12T13:00:00Z', timeZone: 'Europe/Madrid'},
      topics: ['budget', `at ${room}`],
    }
    expect(withheld(structuredClone(session))).toEqual({
      ...session,
      links: {...session.links, join: null},
      topics: ['budget'],
    })
  })

  test('loses a typed link that leads to a room, and a button without its link', () => {
    const group = withheld({
      hasMembersMeetings: true,
      description: `Passcode: 123456`,
      channels: [{kind: 'other', name: 'Room', title: null, url: 'https://zoom.us/j/1'}],
      links: [
        {kind: 'notes', title: 'Room', url: 'https://zoom.us/j/1'},
        {kind: 'other', title: null, url: 'https://meet.google.com/abc-defg-hij'},
        {kind: 'notes', title: 'Page', url: 'https://x.example'},
      ],
    })
    expect(group).toEqual({
      hasMembersMeetings: true,
      description: null,
      channels: [],
      links: [{kind: 'notes', title: 'Page', url: 'https://x.example'}],
    })
  })

  test('is no group that meets for everyone only', () => {
    const group = {hasMembersMeetings: false, links: [{kind: 'other', title: null, url: room}]}
    expect(withheld(structuredClone(group))).toEqual(group)
  })

  test('has a title even when nothing of it is left', () => {
    expect(withheld({audience: 'members', title: room}).title).toBe('Members only')
  })

  test('loses links and split passcodes in rich text, with their marks', () => {
    const block = {
      _type: 'block',
      children: [key('Join us ', ['strong']), key('here', ['l0'])],
      markDefs: [
        {_type: 'textLink', _key: 'l0', href: room},
        {_type: 'textLink', _key: 'l1', href: '/about/'},
      ],
    }
    const split = {_type: 'block', children: [key('Plans. Passcode: '), key('1234', ['strong'])]}
    const {text} = withheld({audience: 'members', text: [block, split]})
    expect(text).toMatchObject([
      {
        children: [
          {text: 'Join us ', marks: ['strong']},
          {text: 'here', marks: []},
        ],
        markDefs: [{_key: 'l1'}],
      },
      {children: [{text: 'Plans.'}]},
    ])
  })
})

describe('a session for everyone', () => {
  const series = {audience: 'members', defaultLinks: {join: room, rsvp: 'https://zoom.us/j/1'}}

  test('does not inherit the room of a members’ series, which all members’ sessions use', () => {
    const session = {audience: 'everyone', links: {join: room, rsvp: 'https://zoom.us/j/1'}, series}
    const {links, series: shown} = withheld(structuredClone(session))
    expect([links, shown.defaultLinks]).toEqual([
      {join: null, rsvp: null},
      {join: null, rsvp: null},
    ])
  })

  test('keeps a room of its own in such a series, also as the next session of the series', () => {
    const own = 'https://rooms.example/open'
    const next = {_type: 'touchpoint', audience: 'everyone', links: {join: own}, series}
    const read = withheld(structuredClone({...series, nextSessions: [next]}))
    expect(read.nextSessions[0]?.links.join).toBe(own)
    expect(read.nextSessions[0]?.series.defaultLinks.join).toBeNull()
  })

  test('is not changed', () => {
    const session = {audience: 'everyone', summary: `Join: ${room}`, links: {join: room}}
    expect(withheld(structuredClone(session))).toEqual(session)
  })
})

test('only the audience members turns it off, and a misspelled one is refused', async () => {
  const series = {
    _id: 'series-board',
    _type: 'series',
    _updatedAt: '2024-01-01T00:00:00Z',
    title: 'Board',
    slug: {current: 'board'},
    meets: 'scheduled',
    lifecycle: 'active',
    audience: 'members',
    defaultLinks: {join: room},
  }
  const client = memoryClient([series])
  const joins = async (options: object) => {
    const {data} = await createLoader({client, ...options}).series()
    return data.map(({defaultLinks}) => defaultLinks?.join)
  }
  expect(await joins({})).toEqual([null])
  await expect(joins({audience: 'member'})).rejects.toThrow('Did you mean "members"?')
  expect(await joins({audience: 'members'})).toEqual([room])
})

describe('a calendar with a secret address', () => {
  const secret = 'https://calendar.google.com/calendar/ical/a/private-0a1b2c/basic.ics'
  const stored = {
    _id: 'calendar-own',
    _type: 'calendar',
    _updatedAt: '2024-01-01T00:00:00Z',
    title: 'Own',
    slug: {current: 'own'},
    ownership: 'own',
    feedUrl: secret,
    color: '#0b57d0',
  }

  test('is read, and its address is in no result', async () => {
    const requests: string[] = []
    const loader = createLoader({
      client: memoryClient([stored]),
      calendars: ({feeds}) => {
        requests.push(...feeds.map(({feedUrl}) => feedUrl))
        return Promise.resolve({events: [], problems: []})
      },
    })
    const page = await loader.meetingsPage()
    const copy = structuredClone(page.data)
    const results = [
      page,
      await loader.calendars(),
      await loader.events({page: page.data}),
      await loader.events({page: copy}),
    ]
    expect(requests).toEqual([secret, secret])
    expect(JSON.stringify(results)).not.toContain('private-0a1b2c')
    expect(page.data.calendars).toMatchObject([{feedUrl: null}])
  })

  test('has its address for editors', async () => {
    const loader = createLoader({client: memoryClient([stored]), audience: 'members'})
    expect((await loader.calendars()).data).toMatchObject([{feedUrl: secret}])
  })
})
