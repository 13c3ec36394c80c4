import {describe, expect, test} from 'vitest'
import {
  type Cadence,
  type CadenceDatesRequest,
  cadenceDates,
  type CadenceException,
  checkCadence,
  type Recurrence,
} from '../../../calendar/time/index.ts'

const thursdays: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-01-09',
}
const monthly = {...thursdays, frequency: 'monthly', monthlyOn: 'weekday'} as const

function cadence(slots: Recurrence[], rest: Partial<Cadence> = {}): Cadence {
  return {slots, exceptions: [], breaks: [], ...rest}
}

function startsOf(of: Cadence, request: CadenceDatesRequest): string[] {
  return cadenceDates(of, request).map(({start}) => start)
}

const skipped = (date: string, rest: {time?: string; reason?: string} = {}): CadenceException => ({
  kind: 'skipped',
  date,
  ...rest,
})
const moved = (date: string, toDate: string, toTime?: string): CadenceException => ({
  kind: 'moved',
  date,
  toDate,
  ...(toTime && {toTime}),
})

describe('slots', () => {
  test('alternating slots keep their own clocks, so they drift apart when one of them changes', () => {
    const tuesdays: Recurrence = {
      ...thursdays,
      interval: 2,
      weekdays: ['TU'],
      time: '09:00',
      timeZone: 'America/Los_Angeles',
      startDate: '2025-03-04',
    }
    const berlin: Recurrence = {...tuesdays, timeZone: 'Europe/Berlin', startDate: '2025-03-11'}
    expect(startsOf(cadence([tuesdays, berlin]), {from: '2025-03-01T00:00:00Z', count: 4})).toEqual(
      [
        '2025-03-04T17:00:00Z',
        '2025-03-11T08:00:00Z',
        '2025-03-18T16:00:00Z',
        '2025-03-25T08:00:00Z',
      ],
    )
  })

  test('a slot that begins after another one ends is a change for good', () => {
    const before: Recurrence = {...thursdays, endDate: '2025-01-31'}
    const after: Recurrence = {...thursdays, time: '15:00', startDate: '2025-02-01'}
    expect(startsOf(cadence([after, before]), {from: '2025-01-25T00:00:00Z', count: 2})).toEqual([
      '2025-01-30T12:00:00Z',
      '2025-02-06T15:00:00Z',
    ])
  })

  test('two slots at one instant give one date', () => {
    const inMadrid: Recurrence = {...thursdays, time: '13:00', timeZone: 'Europe/Madrid'}
    expect(startsOf(cadence([thursdays, inMadrid]), {count: 2})).toEqual([
      '2025-01-09T12:00:00Z',
      '2025-01-16T12:00:00Z',
    ])
  })

  test('after a year of 53 weeks two odd weeks follow each other', () => {
    const odd: Recurrence = {...thursdays, weeks: 'odd', startDate: '2026-12-01', timeZone: 'UTC'}
    const window = {from: '2026-12-10T00:00:00Z', to: '2027-01-31T00:00:00Z'}
    const days = (slot: Recurrence) =>
      startsOf(cadence([slot]), window).map((start) => start.slice(0, 10))
    expect(days(odd)).toEqual(['2026-12-17', '2026-12-31', '2027-01-07', '2027-01-21'])
    expect(days({...odd, weeks: 'even'})).toEqual([
      '2026-12-10',
      '2026-12-24',
      '2027-01-14',
      '2027-01-28',
    ])
  })

  test('a day after a weekday can be in the next month, and belongs to the month of its weekday', () => {
    const afterLastFriday: Recurrence = {
      ...monthly,
      weekdays: ['FR'],
      ordinals: [-1],
      dayOffset: 3,
      interval: 2,
      // The last Friday is 28 February.
      startDate: '2025-03-03',
      timeZone: 'UTC',
    }
    expect(startsOf(cadence([afterLastFriday]), {count: 3})).toEqual([
      '2025-03-03T12:00:00Z',
      '2025-04-28T12:00:00Z',
      '2025-06-30T12:00:00Z',
    ])
  })

  test('a window that begins between a weekday and the day after it has that day', () => {
    const afterLastFriday: Recurrence = {
      ...monthly,
      weekdays: ['FR'],
      ordinals: [-1],
      dayOffset: 3,
      startDate: '2025-01-01',
      timeZone: 'UTC',
    }
    expect(startsOf(cadence([afterLastFriday]), {from: '2025-03-03T00:00:00Z', count: 1})).toEqual([
      '2025-03-03T12:00:00Z',
    ])
  })

  test('a window has the dates of its instants, not of its local days', () => {
    const evening: Recurrence = {...thursdays, time: '21:00', timeZone: 'America/New_York'}
    // Friday 14 March, 01:00, is Thursday in New York.
    const hour = {from: '2025-03-14T01:00:00Z', to: '2025-03-14T02:00:00Z'}
    expect(startsOf(cadence([evening]), hour)).toEqual(['2025-03-14T01:00:00Z'])
    const morning: Recurrence = {...thursdays, time: '08:00', timeZone: 'Pacific/Auckland'}
    const before = {from: '2025-03-12T19:00:00Z', to: '2025-03-12T20:00:00Z'}
    expect(startsOf(cadence([morning]), before)).toEqual(['2025-03-12T19:00:00Z'])
  })

  test('business days leave out weekends, from the beginning and from the end of the month', () => {
    const first: Recurrence = {
      ...monthly,
      monthlyOn: 'businessDay',
      weekdays: [],
      ordinals: [1, -1],
      timeZone: 'UTC',
      startDate: '2025-02-01',
    }
    expect(startsOf(cadence([first]), {count: 5}).map((start) => start.slice(0, 10))).toEqual([
      '2025-02-03',
      '2025-02-28',
      '2025-03-03',
      '2025-03-31',
      '2025-04-01',
    ])
  })

  test('where a zone skips a whole day, its date and the next one are one', () => {
    // Samoa had no 30 December 2011.
    const daily: Recurrence = {
      ...thursdays,
      weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
      timeZone: 'Pacific/Apia',
      startDate: '2011-12-29',
    }
    expect(startsOf(cadence([daily]), {count: 3})).toEqual([
      '2011-12-29T22:00:00Z',
      '2011-12-30T22:00:00Z',
      '2011-12-31T22:00:00Z',
    ])
  })
})

describe('exceptions', () => {
  const weekly = (...exceptions: CadenceException[]) => cadence([thursdays], {exceptions})
  const march = {from: '2025-03-01T00:00:00Z', to: '2025-04-01T00:00:00Z'}

  test('a skipped date is left out, and returned with its reason when it is requested', () => {
    const off = weekly(skipped('2025-03-13', {reason: 'Summit'}))
    expect(startsOf(off, march)).not.toContain('2025-03-13T12:00:00Z')
    expect(cadenceDates(off, {...march, skipped: 'include'})[1]).toEqual({
      start: '2025-03-13T12:00:00Z',
      slot: thursdays,
      change: {kind: 'skipped', reason: 'Summit'},
    })
    expect(startsOf(off, {from: '2025-03-13T00:00:00Z', count: 1})).toEqual([
      '2025-03-20T12:00:00Z',
    ])
  })

  test('a moved date is at its new time, and says where it was', () => {
    const exceptions = weekly(moved('2025-03-13', '2025-03-14', '15:00'))
    expect(cadenceDates(exceptions, march)[1]).toEqual({
      start: '2025-03-14T15:00:00Z',
      slot: thursdays,
      change: {kind: 'moved', from: '2025-03-13T12:00:00Z'},
    })
  })

  test('a date can be moved into the window and out of it', () => {
    const into = weekly(moved('2025-04-10', '2025-03-31'))
    // Summer time began on 30 March.
    expect(startsOf(into, march).at(-1)).toBe('2025-03-31T11:00:00Z')
    const outOf = weekly(moved('2025-03-06', '2025-02-28'))
    expect(startsOf(outOf, march)[0]).toBe('2025-03-13T12:00:00Z')
    expect(startsOf(into, {from: '2025-03-28T00:00:00Z', count: 2})).toEqual([
      '2025-03-31T11:00:00Z',
      '2025-04-03T11:00:00Z',
    ])
  })

  test('a date that is moved onto another one is one date with it', () => {
    const exceptions = weekly(moved('2025-03-06', '2025-03-13'))
    expect(cadenceDates(exceptions, march)[0]).toEqual({
      start: '2025-03-13T12:00:00Z',
      slot: thursdays,
    })
  })

  test('a date that takes the place of a skipped one is not skipped', () => {
    const exceptions = weekly(skipped('2025-03-13'), moved('2025-03-06', '2025-03-13'))
    expect(cadenceDates(exceptions, {...march, skipped: 'include'})[0]?.change?.kind).toBe('moved')
  })

  test('an exception with a time is only for the slot at that time', () => {
    const evening: Recurrence = {...thursdays, time: '21:00'}
    const both = (...exceptions: CadenceException[]) =>
      startsOf(cadence([thursdays, evening], {exceptions}), {
        from: '2025-03-06T00:00:00Z',
        to: '2025-03-07T12:00:00Z',
      })
    expect(both(skipped('2025-03-06', {time: '21:00'}))).toEqual(['2025-03-06T12:00:00Z'])
    expect(both(skipped('2025-03-06'))).toEqual([])
    expect(
      both(skipped('2025-03-06'), {...moved('2025-03-06', '2025-03-07', '09:00'), time: '21:00'}),
    ).toEqual(['2025-03-07T09:00:00Z'])
  })

  test('an exception is for the local date of its slot, not for the one in UTC', () => {
    const evening: Recurrence = {...thursdays, time: '21:00', timeZone: 'America/New_York'}
    const off = cadence([evening], {exceptions: [skipped('2025-03-13')]})
    expect(startsOf(off, {from: '2025-03-10T00:00:00Z', count: 1})).toEqual([
      '2025-03-21T01:00:00Z',
    ])
  })
})

describe('breaks', () => {
  const breaks = [{from: '2025-03-10', to: '2025-03-20'}]
  const march = {from: '2025-03-01T00:00:00Z', to: '2025-04-01T00:00:00Z'}

  test('leave out the dates from their first to their last day', () => {
    expect(startsOf(cadence([thursdays], {breaks}), march)).toEqual([
      '2025-03-06T12:00:00Z',
      '2025-03-27T12:00:00Z',
    ])
  })

  test('end with their last day, also when another one begins within them', () => {
    const overlapping = [
      {from: '2025-03-06', to: '2025-03-12'},
      {from: '2025-03-10', to: '2025-03-19'},
    ]
    const first = (some: typeof overlapping) =>
      startsOf(cadence([thursdays], {breaks: some}), march)[0]
    expect(first(overlapping)).toBe('2025-03-20T12:00:00Z')
    expect(first(overlapping.slice(0, 1))).toBe('2025-03-13T12:00:00Z')
  })

  test('leave out skipped dates, too, because nothing is announced there', () => {
    const of = cadence([thursdays], {breaks, exceptions: [skipped('2025-03-13')]})
    expect(startsOf(of, {...march, skipped: 'include'})).toHaveLength(2)
  })

  test('keep a date that is moved out of them, and one that is moved into them', () => {
    const exceptions = [moved('2025-03-13', '2025-03-21'), moved('2025-03-27', '2025-03-19')]
    expect(startsOf(cadence([thursdays], {breaks, exceptions}), march)).toEqual([
      '2025-03-06T12:00:00Z',
      '2025-03-19T12:00:00Z',
      '2025-03-21T12:00:00Z',
    ])
  })
})

describe('a cadence without dates returns an empty list, and does not look for one for ever', () => {
  test.each<[string, Cadence]>([
    ['no slot', cadence([])],
    [
      'a fifth Thursday of Februaries without a day 29',
      cadence([{...monthly, ordinals: [5], interval: 48, startDate: '2025-02-01'}]),
    ],
    [
      'an end before the first date',
      cadence([{...thursdays, startDate: '2025-01-10', endDate: '2025-01-15'}]),
    ],
    ['an end before the start', cadence([{...thursdays, endDate: '2024-01-01'}])],
    ['no ordinal', cadence([{...monthly, ordinals: []}])],
    ['no weekday', cadence([{...monthly, ordinals: [1], weekdays: []}])],
    [
      'a break without an end',
      cadence([thursdays], {breaks: [{from: '2020-01-01', to: '9999-12-31'}]}),
    ],
    [
      'a start on the last day',
      cadence([{...thursdays, startDate: '9999-12-31', weekdays: ['MO']}]),
    ],
  ])('%s', (_, without) => {
    expect(cadenceDates(without, {count: 1})).toEqual([])
    expect(
      cadenceDates(without, {from: '2025-01-01T00:00:00Z', to: '2125-01-01T00:00:00Z'}),
    ).toEqual([])
  })

  test('a fifth Thursday of February is in leap years only, and is returned', () => {
    const rare = cadence([{...monthly, ordinals: [5], interval: 12, startDate: '2025-02-01'}])
    expect(startsOf(rare, {count: 2})).toEqual(['2052-02-29T12:00:00Z', '2080-02-29T12:00:00Z'])
  })
})

test.each<[string, Partial<Recurrence>]>([
  ['a zone', {timeZone: 'CET'}],
  ['a time', {time: '9:00'}],
  ['a start date', {startDate: '2025-02-30'}],
  ['an interval', {interval: 0}],
])('%s that is none is a RangeError instead of a guess', (_, change) => {
  expect(() => cadenceDates(cadence([{...thursdays, ...change}]), {count: 1})).toThrow(RangeError)
})

describe('checkCadence', () => {
  const faultsOf = (of: Cadence) =>
    checkCadence(of).map(({path, level}) => `${level} ${path.join('.')}`)
  const withExceptions = (...exceptions: CadenceException[]) => cadence([thursdays], {exceptions})

  test('a cadence with an exception and a break has no faults', () => {
    const exceptions = [skipped('2025-12-25'), moved('2025-12-18', '2025-12-17', '15:00')]
    const breaks = [{from: '2025-08-01', to: '2025-08-31'}]
    expect(checkCadence(cadence([thursdays], {exceptions, breaks}))).toEqual([])
  })

  test.each<[string, Cadence, string[]]>([
    ['no slot', cadence([]), ['error slots']],
    [
      'a fault of one slot',
      cadence([thursdays, {...thursdays, interval: 0}]),
      ['error slots.1.interval'],
    ],
    [
      'two slots that are the same, also when null means absent',
      cadence([thursdays, {...thursdays, endDate: null, ordinals: []}]),
      ['warning slots.1'],
    ],
    [
      'a date that the cadence does not have',
      withExceptions(skipped('2025-12-24')),
      ['warning exceptions.0.date'],
    ],
    [
      'a time that no slot of the date has',
      withExceptions(skipped('2025-12-25', {time: '13:00'})),
      ['warning exceptions.0.time'],
    ],
    [
      'a date that does not exist',
      withExceptions(moved('2025-12-25', '2025-02-30')),
      ['error exceptions.0.toDate'],
    ],
    [
      'a time that does not exist',
      withExceptions(moved('2025-12-25', '2025-12-24', '25:00')),
      ['error exceptions.0.toTime'],
    ],
    [
      'a date that is moved onto another one',
      withExceptions(moved('2025-12-25', '2025-12-18')),
      ['warning exceptions.0.toDate'],
    ],
    [
      'a date that is moved to where it is',
      withExceptions(moved('2025-12-25', '2025-12-25')),
      ['warning exceptions.0.toDate'],
    ],
    [
      'a date that is moved onto another moved one',
      withExceptions(moved('2025-12-25', '2025-12-23'), moved('2025-12-18', '2025-12-23')),
      ['warning exceptions.0.toDate', 'warning exceptions.1.toDate'],
    ],
    [
      'two exceptions for one date',
      withExceptions(skipped('2025-12-25'), moved('2025-12-25', '2025-12-24')),
      ['error exceptions.1'],
    ],
    [
      'a break that ends before it begins',
      cadence([thursdays], {breaks: [{from: '2025-12-31', to: '2025-12-01'}]}),
      ['error breaks.0.to'],
    ],
    [
      'a break without a date',
      cadence([thursdays], {breaks: [{from: 'Christmas', to: '2025-12-31'}]}),
      ['error breaks.0.from'],
    ],
    [
      'breaks that leave out every date',
      cadence([{...thursdays, endDate: '2025-02-28'}], {
        breaks: [
          {from: '2025-01-01', to: '2025-01-31'},
          {from: '2025-02-01', to: '2025-03-31'},
        ],
      }),
      ['error breaks'],
    ],
    [
      'exceptions that leave out every date',
      cadence([{...thursdays, endDate: '2025-01-09'}], {exceptions: [skipped('2025-01-09')]}),
      ['error exceptions'],
    ],
  ])('%s', (_, of, faults) => {
    expect(faultsOf(of)).toEqual(faults)
  })

  test('an exception for a date without a meeting names the nearest one, because a typo is likely', () => {
    expect(checkCadence(withExceptions(skipped('2025-12-24')))[0]?.message).toBe(
      'The series does not meet on 2025-12-24, so this exception does nothing. The nearest date is 2025-12-25. Correct the date, or remove the exception',
    )
  })

  test('an exception for one slot of a date and one for the rest of it are two decisions', () => {
    const evening: Recurrence = {...thursdays, time: '21:00'}
    const exceptions = [skipped('2025-12-25'), skipped('2025-12-25', {time: '21:00'})]
    expect(checkCadence(cadence([thursdays, evening], {exceptions}))).toEqual([])
  })
})
