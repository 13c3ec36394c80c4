import {describe, expect, it} from 'vitest'

import {itemName} from '../../../studio/season/itemWords.ts'
import {mondayOf} from '../../../studio/season/seasonGrid.ts'
import {factsOf, gridOf, slot, storedSeries, storedSession} from './season.ts'

const kinds = (grid: ReturnType<typeof gridOf>) =>
  grid.items.map(({date, kind}) => `${date} ${kind}`)
const short = {weeks: 3}

describe('the grid of a season', () => {
  it('has an empty date where a series needs a session, and the session where there is one', () => {
    const grid = gridOf(
      {
        series: [storedSeries('docs')],
        sessions: [storedSession('a', '2026-01-15T13:00:00Z')],
      },
      short,
    )
    expect(kinds(grid)).toEqual(['2026-01-08 open', '2026-01-15 session', '2026-01-22 open'])
  })

  it('has standing dates where a series meets without a session', () => {
    const series = [storedSeries('docs', {meets: 'standing'})]
    expect(kinds(gridOf({series}, {weeks: 1}))).toEqual(['2026-01-08 standing'])
  })

  it('shows a skipped date with its reason, and a moved date in its new week', () => {
    const cadence = {
      slots: [slot()],
      exceptions: [
        {kind: 'skipped', date: '2026-01-08', reason: 'Holidays'},
        {kind: 'moved', date: '2026-01-15', toDate: '2026-01-20', toTime: '15:00'},
      ],
    }
    const {items} = gridOf({series: [storedSeries('docs', {cadence})]}, short)
    expect(items).toMatchObject([
      {kind: 'skipped', date: '2026-01-08', reason: 'Holidays'},
      {
        kind: 'open',
        date: '2026-01-20',
        time: '15:00',
        moved: {from: '2026-01-15T12:00:00Z'},
        week: 2,
      },
      {kind: 'open', date: '2026-01-22', week: 2},
    ])
  })

  it('shows a break with its dates in its weeks, of the series and of the community', () => {
    const cadence = {
      slots: [slot()],
      breaks: [{from: '2026-01-07', to: '2026-01-09', reason: 'Retreat'}],
    }
    const grid = gridOf(
      {
        series: [storedSeries('docs', {cadence})],
        breaks: [{from: '2026-01-19', to: '2026-01-25'}],
      },
      short,
    )
    expect(kinds(grid)).toEqual(['2026-01-15 open'])
    expect(grid.groups[0]?.rows[0]?.breaks).toEqual([
      'Retreat, 7 Jan to 9 Jan',
      undefined,
      'Break, 19 Jan to 25 Jan',
    ])
  })

  it('gives a series with two slots in a week two lanes, so that each date has a cell of its own', () => {
    const cadence = {
      slots: [slot(), slot({weekdays: ['TU'], time: '18:00', timeZone: 'Asia/Tokyo'})],
    }
    const grid = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 2})
    const lanes = grid.groups[0]?.rows[0]?.lanes.map((lane) => lane.map((item) => item?.date))
    expect(lanes).toEqual([
      ['2026-01-06', '2026-01-13'],
      ['2026-01-08', '2026-01-15'],
    ])
  })

  it('knows which dates two slots of a day share, because an exception then names the time', () => {
    const cadence = {slots: [slot(), slot({time: '18:00'})]}
    const {items} = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 1})
    expect(items.map(({slot: each}) => each)).toMatchObject([
      {date: '2026-01-08', time: '12:00', shared: true},
      {date: '2026-01-08', time: '18:00', shared: true},
    ])
  })

  it('keeps the key of a date when it is moved, so that the focus stays on it', () => {
    const moved = {
      slots: [slot()],
      exceptions: [{kind: 'moved', date: '2026-01-08', toDate: '2026-01-09'}],
    }
    const [before] = gridOf({series: [storedSeries('docs')]}).items
    const [after] = gridOf({series: [storedSeries('docs', {cadence: moved})]}).items
    expect(after?.date).toBe('2026-01-09')
    expect(after?.key).toBe(before?.key)
  })

  it('shows both of two sessions on one date, and no empty date', () => {
    const sessions = [
      storedSession('a', '2026-01-08T12:00:00Z'),
      storedSession('b', '2026-01-08T12:00:00Z'),
    ]
    expect(kinds(gridOf({series: [storedSeries('docs')], sessions}, {weeks: 1}))).toEqual([
      '2026-01-08 session',
      '2026-01-08 session',
    ])
  })

  it('shows a session on a skipped date besides it, because one of the two is wrong', () => {
    const cadence = {slots: [slot()], exceptions: [{kind: 'skipped', date: '2026-01-08'}]}
    const sessions = [storedSession('a', '2026-01-08T12:00:00Z')]
    const grid = gridOf({series: [storedSeries('docs', {cadence})], sessions}, {weeks: 1})
    expect(kinds(grid).toSorted()).toEqual(['2026-01-08 session', '2026-01-08 skipped'])
  })

  it('leaves out a series that ended, except for its sessions, and the dates of one that pauses', () => {
    const series = [
      storedSeries('ended', {lifecycle: 'ended'}),
      storedSeries('ended with a session', {lifecycle: 'ended'}),
      storedSeries('paused', {lifecycle: 'paused'}),
    ]
    const sessions = [storedSession('a', '2026-01-08T12:00:00Z', {series: 'ended with a session'})]
    const grid = gridOf({series, sessions}, short)
    expect(grid.groups.flatMap(({rows}) => rows.map(({id}) => id))).toEqual([
      'ended with a session',
      'paused',
    ])
    expect(grid.items).toHaveLength(1)
  })

  it('groups series by their group, those of the community first', () => {
    const group = (title: string) => ({_id: title, title})
    const series = [
      storedSeries('z', {group: group('Tests')}),
      storedSeries('b', {group: group('Docs')}),
      storedSeries('c'),
    ]
    expect(gridOf({series}).groups.map(({title}) => title)).toEqual([
      'Whole community',
      'Docs',
      'Tests',
    ])
  })

  it('shows sessions of a series that does not exist, so that they are not lost', () => {
    const sessions = [storedSession('a', '2026-01-08T12:00:00Z', {series: 'gone'})]
    expect(gridOf({sessions}).groups).toMatchObject([{title: 'Without a series'}])
  })

  it('says what keeps a stored cadence from having dates', () => {
    const cadence = {slots: [slot({time: 'noon'})]}
    const grid = gridOf({series: [storedSeries('docs', {cadence})]})
    expect(grid.groups[0]?.rows[0]?.problem).toMatch(/not complete/)
  })

  it('leaves out a session without a complete schedule, and reads one without a status as tentative', () => {
    const sessions = [
      {_id: 'a', series: 'docs', schedule: {start: 'soon'}},
      storedSession('b', '2026-01-08T12:00:00Z', {status: undefined}),
    ]
    expect(factsOf({sessions}).sessions).toMatchObject([{id: 'b', status: 'planned'}])
  })

  it('has who has a role in the group on that date among the people', () => {
    const roles = [
      {id: 'ana', name: 'Ana', role: 'Chair', to: '2026-01-10'},
      {id: 'bo', name: 'Bo', role: 'Chair', from: '2026-01-11'},
    ]
    const series = [storedSeries('docs', {group: {_id: 'g', title: 'Docs', roles}})]
    const names = gridOf({series}, short).items.map(({people}) => people.map(({name}) => name))
    expect(names).toEqual([['Ana'], ['Bo'], ['Bo']])
  })
})

describe('weeks', () => {
  it.each([
    [
      'over the turn of the year',
      '2026-12-28',
      '2026-12-31T12:00:00Z',
      ['2026-12-31', '2027-01-07'],
    ],
    ['with the leap day', '2028-02-28', '2028-02-28T00:00:00Z', ['2028-03-02', '2028-03-09']],
  ])('are counted %s', (_, monday, now, dates) => {
    const grid = gridOf({series: [storedSeries('docs')]}, {monday, now, weeks: 2})
    expect(grid.items.map(({date, week}) => [date, week])).toEqual(
      dates.map((date, week) => [date, week]),
    )
  })

  it('contain a meeting on the leap day', () => {
    const cadence = {slots: [slot({weekdays: ['TU']})]}
    const grid = gridOf(
      {series: [storedSeries('docs', {cadence})]},
      {monday: '2028-02-28', now: '2028-02-28T00:00:00Z', weeks: 1},
    )
    expect(grid.items.map(({date}) => date)).toEqual(['2028-02-29'])
  })

  it.each([
    // Monday morning in Auckland is Sunday in UTC. Its clocks go back on 5 April, those of Madrid forward on 29 March.
    ['Pacific/Auckland', ['2026-03-29T20:00:00Z', '2026-04-05T21:00:00Z']],
    ['Europe/Madrid', ['2026-03-30T07:00:00Z', '2026-04-06T07:00:00Z']],
    ['America/New_York', ['2026-03-30T13:00:00Z', '2026-04-06T13:00:00Z']],
  ])(
    'contain dates by the local date in %s, at the same local time when clocks change',
    (timeZone, starts) => {
      const cadence = {slots: [slot({weekdays: ['MO'], time: '09:00', timeZone})]}
      const {items} = gridOf(
        {series: [storedSeries('docs', {cadence})]},
        {monday: '2026-03-30', now: '2026-03-01T00:00:00Z', weeks: 2},
      )
      expect(items.map(({start}) => start)).toEqual(starts)
      expect(items.map(({week, time}) => `${week} ${time}`)).toEqual(['0 09:00', '1 09:00'])
    },
  )

  it('begin on the Monday of the zone', () => {
    expect(mondayOf('2026-01-04T23:00:00Z', 'Pacific/Auckland')).toBe('2026-01-05')
    expect(mondayOf('2026-01-04T23:00:00Z', 'America/New_York')).toBe('2025-12-29')
    expect(
      gridOf({}, {now: '2026-01-14T12:00:00Z', weeks: 3}).weeks.map((each) => each.isCurrent),
    ).toEqual([false, true, false])
  })
})

it('shows all dates of 40 series with 1,500 sessions, each session once', () => {
  const series = Array.from({length: 40}, (_, index) =>
    storedSeries(`series ${index}`, {cadence: {slots: [slot({time: `${10 + (index % 8)}:00`})]}}),
  )
  const sessions = Array.from({length: 1500}, (_, index) => {
    const start = new Date(Date.UTC(2026, 0, 5 + (index % 180), 10 + (index % 8))).toISOString()
    return storedSession(`session ${index}`, start, {series: `series ${index % 40}`})
  })
  const {items} = gridOf({series, sessions})
  expect(items.filter(({kind}) => kind === 'session')).toHaveLength(1500)
  expect(new Set(items.map(({key}) => key)).size).toBe(items.length)
  const dates = new Set(
    items.flatMap(({slot: each, series: its}) => (each ? [`${its?.id} ${each.date}`] : [])),
  )
  expect(dates.size).toBe(40 * 26)
})

it('names an item by its series, date and time, so that each name is different', () => {
  const [item] = gridOf({series: [storedSeries('docs')]}).items
  expect(item && itemName(item)).toBe('docs, Thu 8 Jan 2026, 12:00')
})
