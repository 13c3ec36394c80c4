import {describe, expect, test} from 'vitest'

import {readOverview} from '../../../studio/attention/overview.ts'
import {nextEntry, weekDays, weekSpan} from '../../../studio/overview/weekEntries.ts'

const now = '2026-03-25T10:00:00Z'
const session = (id: string, start: string, fields: object = {}) => ({
  _id: id,
  title: id,
  status: 'confirmed',
  schedule: {start, timeZone: 'UTC', minutes: 60},
  ...fields,
})
const fridays = (fields: object = {}) => ({
  _id: 'fridays',
  title: 'Fridays',
  slug: 'fridays',
  meets: 'standing',
  lifecycle: 'active',
  minutes: 30,
  cadence: {
    slots: [
      {
        frequency: 'weekly',
        interval: 1,
        weekdays: ['FR'],
        time: '12:00',
        timeZone: 'UTC',
        startDate: '2026-01-02',
      },
    ],
  },
  ...fields,
})

function daysOf(result: object, timeZone = 'UTC') {
  return weekDays(readOverview(result), now, timeZone).map(
    ({name, entries}) =>
      `${name}: ${entries.map(({title, kind}) => `${title} ${kind}`).join(', ')}`,
  )
}

describe('this week', () => {
  test('has today from midnight and the six days after it, because an editor looks for what was this morning too', () => {
    const sessions = [
      session('yesterday', '2026-03-24T23:59:00Z'),
      session('this morning', '2026-03-25T00:00:00Z'),
      session('last day', '2026-03-31T23:59:00Z'),
      session('in a week', '2026-04-01T00:00:00Z'),
    ]
    expect(daysOf({sessions})).toEqual([
      'Wed 25 Mar: this morning session',
      'Tue 31 Mar: last day session',
    ])
  })

  test('has the days of the community’s zone, not those of UTC', () => {
    const sessions = [session('late', '2026-03-25T11:30:00Z')]
    expect(daysOf({sessions}, 'Pacific/Auckland')).toEqual(['Thu 26 Mar: late session'])
  })

  test('is an hour shorter when the clocks go forward in it', () => {
    const {from, to} = weekSpan(now, 'Europe/Madrid')
    expect([from, to]).toEqual(['2026-03-24T23:00:00Z', '2026-03-31T22:00:00Z'])
  })

  test('has the dates of a standing series, which meets without a session', () => {
    expect(daysOf({series: [fridays()]})).toEqual(['Fri 27 Mar: Fridays standing'])
  })

  test('has a standing date once when it has a session of its own, also one that moved by an hour', () => {
    const sessions = [session('own', '2026-03-27T13:00:00Z', {seriesId: 'fridays'})]
    expect(daysOf({sessions, series: [fridays()]})).toEqual(['Fri 27 Mar: own session'])
  })

  test('has no date of a series that needs sessions, because that date is a gap', () => {
    expect(daysOf({series: [fridays({meets: 'scheduled'})]})).toEqual([])
  })

  test('has a skipped date with its reason, so that no one waits for it', () => {
    const {cadence} = fridays()
    const exceptions = [{kind: 'skipped', date: '2026-03-27', reason: 'Holiday'}]
    const result = {series: [fridays({cadence: {...cadence, exceptions}})]}
    const [day] = weekDays(readOverview(result), now, 'UTC')
    expect(day?.entries).toMatchObject([{kind: 'skipped', title: 'Fridays', reason: 'Holiday'}])
  })

  test('leaves out a session without a complete date, which a list shows instead', () => {
    expect(daysOf({sessions: [{_id: 'a', schedule: {start: '2026-03-26T10:00:00Z'}}]})).toEqual([])
  })
})

test('the next session is the first from now on that takes place', () => {
  const sessions = [
    session('past', '2026-03-25T09:00:00Z'),
    session('off', '2026-04-05T09:00:00Z', {status: 'cancelled'}),
    session('next', '2026-04-06T09:00:00Z'),
  ]
  expect(nextEntry(readOverview({sessions}), now)?.title).toBe('next')
  expect(nextEntry(readOverview({}), now)).toBeUndefined()
})
