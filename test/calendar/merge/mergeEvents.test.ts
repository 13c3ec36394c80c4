import {describe, expect, test} from 'vitest'
import {explain} from '../../../calendar/explain.ts'
import {ownUrl} from '../../../calendar/links/index.ts'
import {mergeEvents} from '../../../calendar/merge/mergeEvents.ts'
import {fakeCalendar, feed, occurrence, touchpoint, touchpoints} from './fakes.ts'

const march = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
const start = '2024-03-28T13:00:00Z'

describe('the same event', () => {
  test('is a touchpoint and the feed event that it names, even at another time', () => {
    const {events, problems} = mergeEvents(
      [
        feed('todo', [occurrence('2024-03-28T14:00:00Z', {uid: 'u'})], {own: true}),
        touchpoints(touchpoint(start, {eventUid: 'u'})),
      ],
      march,
    )
    expect(events).toMatchObject([
      {
        kind: 'touchpoint',
        id: 'tp-security',
        title: 'Security Management, OSPO functions in AI and more',
        start,
        end: '2024-03-28T14:00:00Z',
        timeZone: 'Europe/Madrid',
        calendarIds: ['todo'],
        sources: [{kind: 'touchpoint'}, {kind: 'feed', start: '2024-03-28T14:00:00Z'}],
        joins: [{reason: 'linked'}],
      },
    ])
    expect(problems).toMatchObject([{kind: 'disagreement', field: 'start'}])
    expect(problems[0]?.message).toBe(
      'The start of "Security Management, OSPO functions in AI and more" differs: 2024-03-28 14:00 (Europe/Madrid) in the session, 2024-03-28 15:00 (Europe/Madrid) in the calendar "TODO". Visitors see 2024-03-28 14:00 (Europe/Madrid). Correct the wrong one.',
    )
  })

  test('is the same UID and recurrence in two feeds', () => {
    const recurrenceId = '2024-03-21T13:00:00Z'
    const {events} = mergeEvents(
      [
        feed('b', [occurrence(start, {uid: 'u', recurrenceId})]),
        feed('a', [occurrence(start, {uid: 'u', recurrenceId, title: 'Elsewhere'})]),
      ],
      march,
    )
    expect(events).toMatchObject([{kind: 'feed', calendarIds: ['a', 'b'], title: 'Elsewhere'}])
    expect(events[0]?.joins).toMatchObject([{reason: 'same-uid'}])
  })

  test('does not include another recurrence of the same UID', () => {
    const weekly = ['2024-03-21T13:00:00Z', start].map((each) =>
      occurrence(each, {uid: 'u', recurrenceId: each}),
    )
    expect(mergeEvents([feed('a', weekly), feed('b', weekly)], march).events).toHaveLength(2)
  })

  test('has the same start and room, even if the links are written differently', () => {
    const {events} = mergeEvents(
      [
        feed('todo', [
          occurrence(start, {
            title: 'Weekly',
            joinUrl: ownUrl('https://us02web.zoom.us/j/1?pwd=x'),
          }),
        ]),
        touchpoints(touchpoint(start, {joinUrl: 'https://zoom.us/j/1/'})),
      ],
      march,
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.joins).toMatchObject([{reason: 'same-join-link'}])
  })

  test('has the same start and nearly the same title', () => {
    const {events} = mergeEvents(
      [
        feed('todo', [occurrence(start, {title: '⭐️ Security management — OSPO functions in AI'})]),
        touchpoints(touchpoint(start)),
      ],
      march,
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.joins).toMatchObject([{reason: 'same-title'}])
  })

  test('is not "Office hours" in two rooms, which are meetings of two communities', () => {
    const hours = (room: string) =>
      occurrence(start, {
        uid: room,
        title: 'Office hours',
        joinUrl: ownUrl(`https://meet.example/${room}`),
      })
    expect(
      mergeEvents([feed('a', [hours('a')]), feed('b', [hours('b')])], march).events,
    ).toHaveLength(2)
  })

  test('never includes two events of one feed, not even through a third event', () => {
    const a = [occurrence(start, {uid: '1'}), occurrence(start, {uid: '2'})]
    const {events} = mergeEvents([feed('a', a), touchpoints(touchpoint(start))], march)
    expect(events).toHaveLength(2)
  })

  test('is not searched among many events of one feed, so nothing is reported', () => {
    const busy = Array.from({length: 30}, (_, index) => occurrence(start, {uid: String(index)}))
    const {events, problems} = mergeEvents([feed('a', busy)], march)
    expect(events).toHaveLength(30)
    expect(problems).toEqual([])
  })

  test('does not have different titles at the same start', () => {
    const {events} = mergeEvents(
      [
        feed('a', [occurrence(start, {title: 'OSS in Business WG'})]),
        feed('b', [occurrence(start, {title: 'OSPO Metrics WG', uid: '2'})]),
      ],
      march,
    )
    expect(events).toHaveLength(2)
  })
})

describe('a touchpoint linked to a recurring event', () => {
  const weekly = ['2024-03-14', '2024-03-21', '2024-03-28', '2024-04-04'].map((date) =>
    occurrence(`${date}T13:00:00Z`, {uid: 'w', recurrenceId: `${date}T13:00:00Z`}),
  )
  const named = (start: string, id = 'tp') => touchpoint(start, {id, eventUid: 'w'})

  test('takes the nearest occurrence only', () => {
    const {events} = mergeEvents([feed('todo', weekly), touchpoints(named(start))], march)
    expect(events.map((event) => [event.kind, event.start])).toEqual([
      ['feed', '2024-03-14T13:00:00Z'],
      ['feed', '2024-03-21T13:00:00Z'],
      ['touchpoint', start],
    ])
  })

  test('finds an occurrence that the feed moved by its original day', () => {
    const moved = occurrence('2024-04-10T09:00:00Z', {uid: 'w', recurrenceId: start})
    const feedOf = feed('todo', [...weekly.filter((each) => each.start !== start), moved])
    const {events, problems} = mergeEvents([feedOf, touchpoints(named(start))], march)
    expect(events.find(({kind}) => kind === 'touchpoint')).toMatchObject({
      start,
      calendarIds: ['todo'],
    })
    expect(problems).toMatchObject([{field: 'start'}])
  })

  test('does not take another week when the feed removed its own', () => {
    const without = weekly.filter((each) => each.start !== start)
    const {events, problems} = mergeEvents(
      [feed('todo', without), touchpoints(named(start))],
      march,
    )
    expect(events.map(({kind}) => kind)).toEqual(['feed', 'feed', 'touchpoint'])
    expect(problems).toMatchObject([{field: 'eventUid'}])
  })

  test('takes a different occurrence than another linked touchpoint', () => {
    const {events} = mergeEvents(
      [feed('todo', weekly), touchpoints(named(start, 'b'), named('2024-03-21T15:00:00Z', 'a'))],
      march,
    )
    expect(events.map(({id, calendarIds}) => [id, calendarIds.length])).toEqual([
      ['todo/w/2024-03-14T13:00:00Z', 1],
      ['a', 1],
      ['b', 1],
    ])
  })
})

describe('field priority', () => {
  test('an event is canceled if any source says so, and the contradiction is reported', () => {
    const cancelled = occurrence(start, {uid: 'u', status: 'cancelled'})
    const {events, problems} = mergeEvents(
      [feed('todo', [cancelled]), touchpoints(touchpoint(start, {eventUid: 'u'}))],
      march,
    )
    expect(events).toMatchObject([{status: 'cancelled', touchpoint: {status: 'confirmed'}}])
    expect(problems).toMatchObject([
      {field: 'status', values: [{value: 'confirmed'}, {value: 'cancelled'}]},
    ])
  })

  test('a feed with the default status does not contradict a planned touchpoint', () => {
    const {events, problems} = mergeEvents(
      [
        feed('todo', [occurrence(start, {uid: 'u'})]),
        touchpoints(touchpoint(start, {eventUid: 'u', status: 'planned'})),
      ],
      march,
    )
    expect(events).toMatchObject([{status: 'tentative'}])
    expect(problems).toEqual([])
  })

  test('the length of a session wins over that of the own calendar, because its page shows it', () => {
    const long = occurrence(start, {end: '2024-03-28T15:00:00Z'})
    const {events, problems} = mergeEvents(
      [feed('t', [long], {own: true}), touchpoints(touchpoint(start))],
      march,
    )
    expect(events).toMatchObject([{end: '2024-03-28T14:00:00Z', kind: 'touchpoint'}])
    expect(problems).toMatchObject([
      {
        field: 'length',
        values: [{value: '60 minutes'}, {value: '120 minutes'}],
        message: expect.stringContaining('Visitors see 60 minutes.'),
      },
    ])
    expect(events.flatMap(explain)).toContain(
      'The time is that of the session "Security Management, OSPO functions in AI and more". The community\'s own calendar "T" has 2024-03-28T13:00:00Z to 2024-03-28T15:00:00Z.',
    )
  })

  test('contradicting titles are reported, but a longer title is not', () => {
    const titled = (title: string) =>
      mergeEvents(
        [
          feed('todo', [occurrence(start, {uid: 'u', title})]),
          touchpoints(touchpoint(start, {eventUid: 'u'})),
        ],
        march,
      ).problems
    expect(titled('Security')).toEqual([])
    expect(titled('Board meeting')).toMatchObject([{field: 'title'}])
  })

  test('the own feed wins over other feeds, and fields that only others have are kept', () => {
    const {events} = mergeEvents(
      [
        feed('a', [
          occurrence(start, {location: 'Bilbao', title: 'Security management: OSPO functions'}),
        ]),
        feed('z', [occurrence(start, {joinUrl: ownUrl('https://meet.example/z')})], {own: true}),
      ],
      march,
    )
    expect(events).toMatchObject([
      {
        id: 'z/one@example.org',
        title: 'Security Management, OSPO functions',
        location: 'Bilbao',
        joinUrl: 'https://meet.example/z',
        calendarIds: ['z', 'a'],
      },
    ])
  })
})

describe('problems', () => {
  test('a failed feed is reported, and the other feeds and the touchpoints stay', () => {
    const {events, problems} = mergeEvents(
      [
        {
          kind: 'failed-feed',
          id: 'openssf',
          title: 'OpenSSF',
          code: 'http-status',
          message: 'status 403',
        },
        feed('todo', [occurrence('2024-03-05T10:00:00Z')]),
        touchpoints(touchpoint(start)),
      ],
      march,
    )
    expect(events).toHaveLength(2)
    expect(problems).toEqual([
      {kind: 'feed', source: 'openssf', code: 'http-status', message: 'status 403'},
    ])
  })

  test('the problems of a feed have its id', () => {
    const problem = {kind: 'calendar', code: 'truncated', message: 'It ends in the middle'} as const
    const calendar = fakeCalendar([], [problem])
    const {problems} = mergeEvents([feed('todo', [], {calendar})], march)
    expect(problems).toEqual([{...problem, source: 'todo'}])
  })

  test('a touchpoint with an invalid schedule is reported, so that it does not disappear silently', () => {
    const {problems} = mergeEvents([touchpoints(touchpoint('tomorrow'))], march)
    expect(problems).toMatchObject([{kind: 'document', documentId: 'tp-security'}])
  })

  test('an invalid window throws', () => {
    expect(() => mergeEvents([], {from: 'today', to: march.to})).toThrow(
      /from "today" is not an instant/,
    )
  })
})

test('title filters select events, and excluding wins over including', () => {
  const all = ['TODO Touchpoint', 'Board', 'Touchpoint rehearsal'].map((title, index) =>
    occurrence(start, {title, uid: String(index)}),
  )
  const shown = (...filters: ['include' | 'exclude', string][]) => {
    const titleFilters = filters.map(([action, text]) => ({action, text}))
    return mergeEvents([feed('todo', all, {titleFilters})], march).events.map(({title}) => title)
  }
  expect(shown(['include', 'touchpoint'])).toEqual(['TODO Touchpoint', 'Touchpoint rehearsal'])
  expect(shown(['include', 'touchpoint'], ['exclude', 'rehearsal'])).toEqual(['TODO Touchpoint'])
  expect(shown(['exclude', 'board'])).toHaveLength(2)
})

test('thousands of events at one instant are not all compared, so that a merge stays fast, and this is reported', () => {
  const many = (id: string) =>
    feed(
      id,
      Array.from({length: 5000}, (_, index) =>
        occurrence(start, {uid: `${id}${index}`, title: `Call about topic ${index * 7919}`}),
      ),
    )
  const {events, problems} = mergeEvents([many('a'), many('b')], march)
  expect(events.length).toBeGreaterThan(9900)
  expect(problems).toMatchObject([{kind: 'calendar', code: 'limit'}])
})

describe('nextChangeAt', () => {
  const moving = {
    from: '2024-03-01T00:00:00Z',
    to: '2024-04-01T00:00:00Z',
    now: '2024-03-20T00:00:00Z',
  }
  const next = (occurrences: string[], options = moving) =>
    mergeEvents(
      [
        feed(
          'todo',
          occurrences.map((each) => occurrence(each, {uid: each})),
        ),
      ],
      options,
    ).nextChangeAt

  test('is the start of the next event', () => {
    expect(next([start, '2024-03-29T13:00:00Z'])).toBe(start)
  })

  test('is the end of the current event', () => {
    expect(next([start], {...moving, now: '2024-03-28T13:30:00Z'})).toBe('2024-03-28T14:00:00Z')
  })

  test('is when a past event leaves the window, which moves along with now', () => {
    // It ends 4 days and 13 hours after the window begins.
    expect(next(['2024-03-05T12:00:00Z'])).toBe('2024-03-24T13:00:00Z')
  })

  test('is just after the start of an event that enters the window at its end', () => {
    expect(next([start, '2024-04-02T00:00:00Z'])).toBe('2024-03-21T00:00:01Z')
  })

  test('is absent without now, and when nothing changes', () => {
    const {nextChangeAt} = mergeEvents([feed('todo', [occurrence(start)])], march)
    expect(nextChangeAt).toBeUndefined()
    expect(next([])).toBeUndefined()
  })
})

test('a link that a caller passes is checked too, and is a problem of its document', () => {
  const links = {url: 'data:text/html,1', joinUrl: 'javascript:alert(1)'}
  const {events, problems} = mergeEvents(
    [touchpoints(touchpoint(start, {id: 't', ...links}))],
    march,
  )
  expect(events).toHaveLength(1)
  expect(events[0]).not.toHaveProperty('url')
  expect(events[0]).not.toHaveProperty('joinUrl')
  expect(problems).toMatchObject([
    {kind: 'document', documentId: 't', path: 'joinUrl'},
    {kind: 'document', documentId: 't', path: 'url'},
  ])
})
