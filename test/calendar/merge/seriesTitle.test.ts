import {describe, expect, test} from 'vitest'
import {ownUrl} from '../../../calendar/links/index.ts'
import {mergeEvents} from '../../../calendar/merge/mergeEvents.ts'
import type {FeedSource, TouchpointInput} from '../../../calendar/merge/sources.ts'
import type {Occurrence} from '../../../calendar/types.ts'
import {cadences, feed, occurrence, thursdays, touchpoint, touchpoints} from './fakes.ts'

const window = {
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-01T00:00:00Z',
}
const days = ['2024-03-07', '2024-03-14', '2024-03-21', '2024-03-28']
const start = '2024-03-28T13:00:00Z'
const room = ownUrl('https://meet.jit.si/open-hour')
const series = cadences({...thursdays, title: 'Open hour'})

const calendar = (
  title: string,
  rest: Partial<Occurrence> = {},
  source: Partial<FeedSource> = {},
) =>
  feed(
    'todo',
    days.map((day) => occurrence(`${day}T13:00:00Z`, {title, uid: `${day}@example.org`, ...rest})),
    {own: true, ...source},
  )
const session = (rest: Partial<TouchpointInput> = {}) =>
  touchpoints(
    touchpoint(start, {
      title: 'Ana on SPDX',
      seriesId: thursdays.id,
      seriesTitle: 'Open hour',
      ...rest,
    }),
  )
const eventsAt = (events: {start: string}[]) => events.filter((event) => event.start === start)

describe('a session of a series that the own calendar has under the title of the series', () => {
  test.each([
    ['no room', {}, {}],
    ['a room in the calendar only', {joinUrl: room}, {}],
    ['a room in the session only', {}, {joinUrl: room}],
    ['one room', {joinUrl: room}, {joinUrl: room}],
  ])('is one event, with %s', (_, ofFeed, ofSession) => {
    const {events, problems} = mergeEvents(
      [calendar('Open hour', ofFeed), series, session(ofSession)],
      window,
    )
    expect(eventsAt(events)).toMatchObject([
      {title: 'Ana on SPDX', series: {title: 'Open hour'}, calendarIds: ['todo']},
    ])
    expect(events).toHaveLength(days.length)
    expect(problems).toEqual([])
  })

  test('is one event also when its title adds a topic to the title of the series', () => {
    const titled = session({title: 'Open hour: Ana on SPDX'})
    const {events, problems} = mergeEvents([calendar('Open hour'), series, titled], window)
    expect(eventsAt(events)).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('prefers the event with its own title, because a calendar can have both', () => {
    const both = feed(
      'todo',
      [
        occurrence(start, {title: 'Open hour', uid: 'hour@example.org'}),
        occurrence(start, {title: 'Ana on SPDX', uid: 'ana@example.org'}),
      ],
      {own: true},
    )
    const {events} = mergeEvents([both, session()], window)
    expect(eventsAt(events)).toMatchObject([
      {title: 'Open hour', joins: []},
      {title: 'Ana on SPDX', joins: [{reason: 'same-title'}]},
    ])
  })
})

describe('a title of a series alone is too little, so an editor is asked', () => {
  test.each([
    ['in a calendar of another community', calendar('Open hour', {}, {own: false}), {}],
    ['in other rooms', calendar('Open hour', {joinUrl: room}), {joinUrl: `${room}-2`}],
    ['with a topic in the calendar', calendar('Open hour about packaging'), {}],
  ])('%s', (_, source, ofSession) => {
    const {events, problems} = mergeEvents([source, session(ofSession)], window)
    expect(eventsAt(events)).toHaveLength(2)
    expect(problems).toMatchObject([{code: 'possible-duplicate', dates: [start]}])
  })

  test('and not for a calendar with another title', () => {
    const {events, problems} = mergeEvents([calendar('Board'), session()], window)
    expect(eventsAt(events)).toHaveLength(2)
    expect(problems).toEqual([])
  })
})

test('a session at another hour than the event of its series is a question, not two meetings', () => {
  const later = session({start: '2024-03-28T14:00:00Z'})
  const {events, problems} = mergeEvents([calendar('Open hour'), series, later], window)
  expect(events).toHaveLength(days.length + 1)
  expect(problems).toMatchObject([{code: 'possible-move', dates: [start, '2024-03-28T14:00:00Z']}])
  expect(problems[0]?.message).toContain('"Ana on SPDX" starts at 2024-03-28T14:00:00Z')
})
