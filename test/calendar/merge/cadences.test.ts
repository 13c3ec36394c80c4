import {describe, expect, test} from 'vitest'
import {mergeEvents, type MergeOptions} from '../../../calendar/merge/mergeEvents.ts'
import type {CadenceInput, EventSource} from '../../../calendar/merge/sources.ts'
import type {Cadence, Recurrence} from '../../../calendar/time/index.ts'
import {
  cadences,
  feed,
  occurrence,
  slots,
  thursdays,
  thursdaySlot,
  touchpoint,
  touchpoints,
} from './fakes.ts'

const start = '2024-03-28T13:00:00Z'
const march = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
const within = {from: '2024-03-20T00:00:00Z', to: '2024-04-05T00:00:00Z'}

describe('a series', () => {
  test('a date without a touchpoint of its series is to be announced', () => {
    const filled = touchpoint('2024-03-28T15:00:00Z', {seriesId: 'series-thursday'})
    const {events} = mergeEvents([cadences(thursdays), touchpoints(filled)], within)
    expect(events.map(({kind, start, status}) => [kind, start, status])).toEqual([
      ['cadence', '2024-03-21T13:00:00Z', 'to-be-announced'],
      ['touchpoint', '2024-03-28T15:00:00Z', 'confirmed'],
      ['cadence', '2024-04-04T12:00:00Z', 'to-be-announced'],
    ])
    expect(events[0]?.series).toEqual({id: 'series-thursday', title: 'Thursday Touchpoints'})
  })

  test('an event of the own calendar at the same time, named after the series, replaces the cadence', () => {
    const announced = occurrence('2024-03-21T13:00:00Z', {title: 'Touchpoint: security in AI'})
    const titles = (own: boolean) =>
      mergeEvents([cadences(thursdays), feed('todo', [announced], {own})], {
        ...within,
        to: '2024-03-22T00:00:00Z',
      }).events.map(({title, status}) => [title, status])
    expect(titles(true)).toEqual([['Touchpoint: security in AI', 'confirmed']])
    expect(titles(false)).toHaveLength(2)
  })

  test('a past date without a touchpoint is left out', () => {
    const {events} = mergeEvents([cadences(thursdays)], {...within, now: '2024-03-28T14:00:00Z'})
    expect(events.map(({start}) => start)).toEqual(['2024-04-04T12:00:00Z'])
  })

  test('a standing series takes place without an announcement', () => {
    const call: CadenceInput = {
      ...thursdays,
      meets: 'standing',
      title: 'OSPO Book WG',
      groupId: 'group-book',
    }
    const {events} = mergeEvents(
      [cadences(call), feed('todo', [occurrence(start, {title: 'OSPO Book: WG call'})])],
      within,
    )
    expect(events.map(({kind, status}) => [kind, status])).toEqual([
      ['cadence', 'confirmed'],
      ['feed', 'confirmed'],
      ['cadence', 'confirmed'],
    ])
    expect(events[1]).toMatchObject({
      series: {id: 'series-thursday', title: 'OSPO Book WG'},
      groupId: 'group-book',
    })
  })

  test('an invalid cadence is reported for its document, and the other events stay', () => {
    const broken = {...thursdays, cadence: slots({...thursdaySlot, timeZone: 'Moon'})}
    const {events, problems} = mergeEvents(
      [cadences(broken), touchpoints(touchpoint(start))],
      march,
    )
    expect(events).toHaveLength(1)
    expect(problems).toMatchObject([
      {
        kind: 'document',
        documentId: 'series-thursday',
        documentType: 'series',
        path: 'cadence',
      },
    ])
  })
})

const utcSlot: Recurrence = {...thursdaySlot, time: '13:00', timeZone: 'UTC'}
const standing: CadenceInput = {
  ...thursdays,
  title: 'Metrics call',
  meets: 'standing',
  cadence: slots(utcSlot),
}

function withCadence(rest: Partial<Cadence>, of: CadenceInput = standing): CadenceInput {
  return {...of, cadence: {...of.cadence, ...rest}}
}

/** Returns the events of March, as "21 13:00 confirmed". */
function shown(sources: EventSource[], options: Partial<MergeOptions> = {}) {
  const {events, problems} = mergeEvents(sources, {...march, ...options})
  return {
    events: events.map(({start: at, status}) => `${at.slice(8, 10)} ${at.slice(11, 16)} ${status}`),
    problems: problems.map(
      (each) => `${each.kind} ${'field' in each ? each.field : 'code' in each ? each.code : ''}`,
    ),
    merged: events,
  }
}

/** The own calendar with the call on some Thursdays of March at 13:00, or at other times. */
function ownCalendar(...dates: string[]) {
  const events = dates.map((date) => {
    const [day = '', at = `2024-03-${day}T13:00:00Z`] = date.split('>')
    return occurrence(at, {
      uid: 'call',
      recurrenceId: `2024-03-${day}T13:00:00Z`,
      title: 'Metrics call',
    })
  })
  return feed('own', events, {own: true})
}

describe('slots', () => {
  const evening: Recurrence = {...utcSlot, time: '20:00'}

  test('two on one day are two events with their own identity', () => {
    const {merged} = shown([cadences(withCadence({slots: [utcSlot, evening]}))])
    expect(merged).toHaveLength(8)
    expect(merged.slice(0, 2).map(({id}) => id)).toEqual([
      'series-thursday@2024-03-07',
      'series-thursday@2024-03-07T20:00',
    ])
  })

  test('each have their own zone', () => {
    const inNewYork: Recurrence = {...utcSlot, timeZone: 'America/New_York', weekdays: ['TU']}
    const {merged} = shown([cadences(withCadence({slots: [utcSlot, inNewYork]}))])
    expect(merged.slice(0, 2).map(({start: at, timeZone}) => [at, timeZone])).toEqual([
      ['2024-03-05T18:00:00Z', 'America/New_York'],
      ['2024-03-07T13:00:00Z', 'UTC'],
    ])
  })

  test('of one day are filled by one session each, the nearest first', () => {
    const input = withCadence({slots: [utcSlot, evening]})
    const session = (id: string, at: string) => touchpoint(at, {id, seriesId: standing.id})
    const seventh = {to: '2024-03-08T00:00:00Z'}
    const late = session('late', '2024-03-07T19:00:00Z')
    expect(shown([cadences(input), touchpoints(late)], seventh).events).toEqual([
      '07 13:00 confirmed',
      '07 19:00 confirmed',
    ])
    const later = session('later', '2024-03-07T20:00:00Z')
    expect(shown([cadences(input), touchpoints(late, later)], seventh).events).toEqual([
      '07 19:00 confirmed',
      '07 20:00 confirmed',
    ])
  })

  test('of a standing series are filled by sessions, as those of a scheduled one', () => {
    const session = touchpoint('2024-03-07T15:00:00Z', {seriesId: standing.id, status: 'planned'})
    expect(shown([cadences(standing), touchpoints(session)]).events[0]).toBe('07 15:00 tentative')
    expect(shown([cadences(standing), touchpoints(session)]).events).toHaveLength(4)
  })
})

test('a session has the group of its series, if the caller knows it', () => {
  const session = touchpoint(start, {seriesId: standing.id, groupId: 'group-metrics'})
  expect(shown([touchpoints(session)]).merged[0]?.groupId).toBe('group-metrics')
})

test('a break shows nothing, not even a cancelled date', () => {
  const breaks = [{from: '2024-03-10', to: '2024-03-25', reason: 'Spring'}]
  expect(shown([cadences(withCadence({breaks}))]).events).toEqual([
    '07 13:00 confirmed',
    '28 13:00 confirmed',
  ])
})

describe('a date that an editor skipped', () => {
  const exceptions = [{kind: 'skipped' as const, date: '2024-03-14', reason: 'Summit week'}]
  const skipped = withCadence({exceptions})

  test('is cancelled with its reason, for standing and scheduled series', () => {
    for (const meets of ['standing', 'scheduled'] as const) {
      const {merged} = shown([cadences({...skipped, meets})])
      expect(merged[1]).toMatchObject({
        id: 'series-thursday@2024-03-14',
        status: 'cancelled',
        cancelReason: 'Summit week',
      })
      expect(merged).toHaveLength(4)
    }
  })

  test('stays for a standing series when it is past, like its other dates', () => {
    const now = '2024-03-20T00:00:00Z'
    expect(shown([cadences(skipped)], {now}).events[1]).toBe('14 13:00 cancelled')
    expect(shown([cadences({...skipped, meets: 'scheduled'})], {now}).events).toEqual([
      '21 13:00 to-be-announced',
      '28 13:00 to-be-announced',
    ])
  })

  test('is no problem when the own calendar has left it out, too', () => {
    const {events, problems} = shown([ownCalendar('07', '21', '28'), cadences(skipped)])
    expect(events[1]).toBe('14 13:00 cancelled')
    expect(problems).toEqual([])
  })

  test('is cancelled although a calendar still has it, and that is reported', () => {
    const {events, problems} = shown([ownCalendar('07', '14', '21', '28'), cadences(skipped)])
    expect(events).toEqual([
      '07 13:00 confirmed',
      '14 13:00 cancelled',
      '21 13:00 confirmed',
      '28 13:00 confirmed',
    ])
    expect(problems).toEqual(['disagreement status'])
  })

  test('does not cancel another meeting of the own calendar at that time', () => {
    const other = occurrence('2024-03-14T13:00:00Z', {title: 'Metrics call: an introduction'})
    const sources = [feed('own', [other], {own: true}), cadences({...skipped, meets: 'scheduled'})]
    expect(shown(sources).events).toContain('14 13:00 confirmed')
  })

  test('is filled by a session, because the session is the newer statement', () => {
    const session = touchpoint('2024-03-14T13:00:00Z', {seriesId: standing.id})
    expect(shown([cadences(skipped), touchpoints(session)]).events[1]).toBe('14 13:00 confirmed')
  })
})

describe('a date that an editor moved', () => {
  const exceptions = [
    {kind: 'moved' as const, date: '2024-03-14', toDate: '2024-03-15', toTime: '16:00'},
  ]
  const moved = withCadence({exceptions})
  const expected = [
    '07 13:00 confirmed',
    '15 16:00 confirmed',
    '21 13:00 confirmed',
    '28 13:00 confirmed',
  ]

  test('is at its new time, with the identity of its original date', () => {
    const {events, merged} = shown([cadences(moved)])
    expect(events).toEqual(expected)
    expect(merged[1]?.id).toBe('series-thursday@2024-03-14')
  })

  test('is one event with the feed that has it at the new time', () => {
    const own = ownCalendar('07', '14>2024-03-15T16:00:00Z', '21', '28')
    const {events, merged, problems} = shown([own, cadences(moved)])
    expect(events).toEqual(expected)
    expect(merged[1]?.sources).toHaveLength(2)
    expect(problems).toEqual([])
  })

  test.each([
    ['still has it at the original time', '14'],
    ['moved it to another time', '14>2024-03-15T18:00:00Z'],
  ])('is one event with a feed that %s, and that is reported', (_, inFeed) => {
    const own = ownCalendar('07', inFeed, '21', '28')
    const {events, merged, problems} = shown([own, cadences(moved)])
    expect(events).toEqual(expected)
    expect(merged[1]?.sources).toHaveLength(2)
    expect(problems).toEqual(['disagreement start'])
  })

  test('is one event with the event that its series names, also days away', () => {
    const named = {...moved, title: 'Data call', calendarId: 'own', eventUid: 'call'}
    const {events, merged} = shown([ownCalendar('07', '14', '21', '28'), cadences(named)])
    expect(events).toEqual(expected)
    expect(merged[1]?.joins).toMatchObject([{reason: 'decided'}])
  })

  test('is not doubted because the own calendar has left it out', () => {
    const {events, problems} = shown([ownCalendar('07', '21', '28'), cadences(moved)])
    expect(events).toEqual(expected)
    expect(problems).toEqual([])
  })

  test('says nothing about its neighbors, which the own calendar can still leave out', () => {
    const own = ownCalendar('07', '14>2024-03-15T16:00:00Z', '28')
    const {events, problems} = shown([own, cadences(moved)])
    expect(events[2]).toBe('21 13:00 cancelled')
    expect(problems).toEqual(['review removed-dates'])
  })

  test.each(['2024-03-14T13:00:00Z', '2024-03-15T16:00:00Z'])(
    'is filled by a session at %s',
    (at) => {
      const session = touchpoint(at, {seriesId: standing.id})
      const {merged} = shown([cadences(moved), touchpoints(session)])
      expect(merged.map(({start: each}) => each)).toEqual([
        '2024-03-07T13:00:00Z',
        at,
        '2024-03-21T13:00:00Z',
        '2024-03-28T13:00:00Z',
      ])
    },
  )

  test('enters and leaves the window by its new time', () => {
    const later = {to: '2024-03-15T00:00:00Z'}
    expect(shown([cadences(moved)], later).events).toEqual(['07 13:00 confirmed'])
    const day = {from: '2024-03-15T00:00:00Z', to: '2024-03-16T00:00:00Z'}
    expect(shown([cadences(moved)], day).events).toEqual(['15 16:00 confirmed'])
  })
})
