import {describe, expect, test} from 'vitest'
import {
  checkRecurrence,
  instantFromWallClock,
  recurrenceDates,
  recurrenceRule,
  wallClock,
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
const secondThursdays: Recurrence = {
  ...thursdays,
  frequency: 'monthly',
  monthlyOn: 'weekday',
  ordinals: [2],
}

describe('dates', () => {
  test('a meeting at noon stays at noon when the clocks change, so its instant moves', () => {
    expect(
      recurrenceDates(thursdays, {from: '2025-03-27T00:00:00Z', to: '2025-04-10T00:00:00Z'}),
    ).toEqual(['2025-03-27T12:00:00Z', '2025-04-03T11:00:00Z'])
  })

  test('a window is half-open: it includes its first instant and excludes its last', () => {
    expect(
      recurrenceDates(thursdays, {from: '2025-01-09T12:00:00Z', to: '2025-01-16T12:00:00Z'}),
    ).toEqual(['2025-01-09T12:00:00Z'])
  })

  test('every second week is counted from the start date, even for a window far away', () => {
    const biweekly: Recurrence = {...thursdays, interval: 2}
    const [date] = recurrenceDates(biweekly, {from: '2125-01-01T00:00:00Z', count: 1})
    const days = (Date.parse(date ?? '') - Date.parse('2025-01-09T12:00:00Z')) / 86_400_000
    expect(days % 14).toBe(0)
  })

  test('no date is before the start date or after the end date', () => {
    const short: Recurrence = {...thursdays, startDate: '2025-01-10', endDate: '2025-01-23'}
    expect(recurrenceDates(short, {count: 9})).toEqual([
      '2025-01-16T12:00:00Z',
      '2025-01-23T12:00:00Z',
    ])
  })

  test('the 2nd and the last weekday of a month are found', () => {
    expect(recurrenceDates(secondThursdays, {count: 2})).toEqual([
      '2025-01-09T12:00:00Z',
      '2025-02-13T12:00:00Z',
    ])
    expect(recurrenceDates({...secondThursdays, ordinals: [-1]}, {count: 2})).toEqual([
      '2025-01-30T12:00:00Z',
      '2025-02-27T12:00:00Z',
    ])
  })

  test('a month without the day is skipped, as RFC 5545 requires', () => {
    const monthly: Recurrence = {
      ...thursdays,
      frequency: 'monthly',
      weekdays: [],
      startDate: '2025-01-31',
    }
    expect(recurrenceDates(monthly, {count: 2})).toEqual([
      '2025-01-31T12:00:00Z',
      '2025-03-31T11:00:00Z',
    ])
  })

  test('a time that the clocks skip is an hour later on that day only, as in feeds', () => {
    const sundays: Recurrence = {
      ...thursdays,
      weekdays: ['SU'],
      time: '02:30',
      timeZone: 'Europe/Madrid',
      startDate: '2024-03-31',
    }
    expect(recurrenceDates(sundays, {count: 2})).toEqual([
      '2024-03-31T01:30:00Z',
      '2024-04-07T00:30:00Z',
    ])
  })

  test('a stored null means absent, because a query returns null for a missing field', () => {
    const stored: Recurrence = {
      ...thursdays,
      weeks: null,
      monthlyOn: null,
      ordinals: null,
      dayOffset: null,
      endDate: null,
    }
    expect(recurrenceDates(stored, {count: 1})).toEqual(['2025-01-09T12:00:00Z'])
  })
})

describe('the iCalendar rule', () => {
  test('names the weekday, also if the recurrence takes it from its first date', () => {
    expect(recurrenceRule(secondThursdays)).toBe('FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH')
    expect(recurrenceRule({...thursdays, weekdays: []})).toBe('FREQ=WEEKLY;INTERVAL=1;BYDAY=TH')
  })

  const monthly: Recurrence = {...secondThursdays, weekdays: ['TU']}
  const odd = Array.from({length: 27}, (_, index) => 2 * index + 1).join(',')

  test.each<[string, Recurrence, string | undefined]>([
    [
      'several ordinals are several weekdays of the month',
      {...monthly, ordinals: [1, 3]},
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,3TU',
    ],
    [
      'odd weeks are numbers of weeks, also the 53rd',
      {...thursdays, weeks: 'odd'},
      `FREQ=YEARLY;INTERVAL=1;BYWEEKNO=${odd};BYDAY=TH`,
    ],
    [
      'business days are positions among Monday to Friday',
      {...monthly, monthlyOn: 'businessDay', weekdays: [], ordinals: [1, -1]},
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1',
    ],
    [
      'the day after the 2nd Tuesday is a Wednesday from the 9th to the 15th',
      {...monthly, dayOffset: 1},
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=WE;BYMONTHDAY=9,10,11,12,13,14,15',
    ],
    [
      'the day before the last Tuesday is counted from the end',
      {...monthly, ordinals: [-1], dayOffset: -1},
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=MO;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2',
    ],
    [
      'the day after the 4th Tuesday can be in the next month, which no rule says',
      {...monthly, ordinals: [4], dayOffset: 1},
      undefined,
    ],
    [
      'the day before the 1st Tuesday can be in the month before, which no rule says',
      {...monthly, ordinals: [1], dayOffset: -1},
      undefined,
    ],
    [
      'months that are counted from another month than the one of the start are not those of a rule',
      {...monthly, dayOffset: 1, interval: 2, startDate: '2025-02-01'},
      undefined,
    ],
    [
      'without an ordinal there is no date, and a rule has at least one',
      {...monthly, ordinals: []},
      undefined,
    ],
  ])('%s', (_, recurrence, rule) => {
    expect(recurrenceRule(recurrence)).toBe(rule)
  })
})

describe('checkRecurrence', () => {
  const monthly = {frequency: 'monthly' as const}
  const businessDays = {...monthly, monthlyOn: 'businessDay' as const, weekdays: []}

  test('a complete recurrence has no faults', () => {
    expect(checkRecurrence(thursdays)).toEqual([])
    expect(checkRecurrence(secondThursdays)).toEqual([])
  })

  test.each<[Partial<Recurrence>, keyof Recurrence]>([
    [{interval: 0}, 'interval'],
    [{interval: 53}, 'interval'],
    [{time: '18:00 PM'}, 'time'],
    [{timeZone: 'CET (Madrid)'}, 'timeZone'],
    [{timeZone: '+01:00'}, 'timeZone'],
    [{startDate: '2025-02-30'}, 'startDate'],
    [{endDate: '2024-01-01'}, 'endDate'],
    [{endDate: '2024-13-01'}, 'endDate'],
    [{weeks: 'odd', interval: 2}, 'weeks'],
    [{monthlyOn: 'date'}, 'monthlyOn'],
    [{ordinals: [2]}, 'ordinals'],
    [{dayOffset: 1}, 'dayOffset'],
    [monthly, 'monthlyOn'],
    [{...monthly, weekdays: [], ordinals: [1]}, 'monthlyOn'],
    [{...monthly, monthlyOn: 'date'}, 'weekdays'],
    [{...monthly, monthlyOn: 'date', weekdays: [], ordinals: [1]}, 'ordinals'],
    [{...monthly, monthlyOn: 'date', weekdays: [], dayOffset: 1}, 'dayOffset'],
    [{...monthly, monthlyOn: 'date', weekdays: [], weeks: 'even'}, 'weeks'],
    [{...monthly, monthlyOn: 'weekday'}, 'ordinals'],
    [{...monthly, monthlyOn: 'weekday', ordinals: [2], weekdays: []}, 'weekdays'],
    [{...monthly, monthlyOn: 'weekday', ordinals: [2], dayOffset: 7}, 'dayOffset'],
    [businessDays, 'ordinals'],
    [{...businessDays, ordinals: [1], weekdays: ['MO']}, 'weekdays'],
    [{...businessDays, ordinals: [1], dayOffset: -1}, 'dayOffset'],
    // Thursday 9 January, and the next Thursday is a week later.
    [{startDate: '2025-01-10', endDate: '2025-01-15'}, 'endDate'],
    // No February of these years has a day 29.
    [
      {...monthly, monthlyOn: 'weekday', ordinals: [5], interval: 48, startDate: '2025-02-01'},
      'ordinals',
    ],
  ])('%o is an error of %s', (change, field) => {
    const errors = checkRecurrence({...thursdays, ...change}).filter(({level}) => level === 'error')
    expect(errors.map((fault) => fault.field)).toEqual([field])
  })

  test('a start date that is not a meeting day is a warning if weeks are counted from it', () => {
    const start = {startDate: '2025-01-10'}
    expect(checkRecurrence({...thursdays, interval: 2, ...start})).toMatchObject([
      {
        field: 'startDate',
        level: 'warning',
        message: expect.stringContaining('not a meeting day (Friday, not Thursday). The first'),
      },
    ])
    expect(checkRecurrence({...thursdays, interval: 1, ...start})).toEqual([])
  })

  test('a weekly slot that starts when the calendar ends has no date, and says so', () => {
    const late = {...thursdays, weekdays: [], startDate: '9999-12-31'}
    expect(checkRecurrence(late)).toMatchObject([
      {field: 'startDate', message: expect.stringContaining('the calendar ends in 9999')},
    ])
  })

  test('a date each year skips no month, unless it is a leap day', () => {
    const yearly: Recurrence = {
      ...thursdays,
      frequency: 'monthly',
      weekdays: [],
      interval: 12,
      startDate: '2025-01-31',
    }
    expect(checkRecurrence(yearly)).toEqual([])
    expect(checkRecurrence({...yearly, startDate: '2024-02-29'})).toHaveLength(1)
    expect(checkRecurrence({...yearly, interval: 1})).toHaveLength(1)
  })

  test('the start date of a day after a weekday is that day, not the weekday', () => {
    const dayAfter: Recurrence = {...secondThursdays, dayOffset: 1, startDate: '2025-01-10'}
    expect(checkRecurrence(dayAfter)).toEqual([])
    expect(checkRecurrence({...dayAfter, startDate: '2025-01-09'})).toMatchObject([
      {field: 'startDate', level: 'warning'},
    ])
  })

  test('an interval that is counted from a date without a meeting is a warning, because it decides which months count', () => {
    const quarterly: Recurrence = {...secondThursdays, interval: 3, startDate: '2025-01-16'}
    expect(checkRecurrence(quarterly)).toMatchObject([{field: 'startDate', level: 'warning'}])
    expect(checkRecurrence({...quarterly, startDate: '2025-01-09'})).toEqual([])
  })
})

describe('wall clocks', () => {
  test('a session at 17:30 in Madrid in April is in summer time, although an old page said CET', () => {
    expect(instantFromWallClock('2024-04-12', '17:30', 'Europe/Madrid')).toEqual({
      kind: 'instant',
      instant: '2024-04-12T15:30:00Z',
    })
    expect(wallClock('2024-04-12T15:30:00.000Z', 'Europe/Madrid')).toEqual({
      date: '2024-04-12',
      time: '17:30',
      weekday: 'FR',
      offset: '+02:00',
    })
  })

  test('a skipped time returns the instants on both sides of the gap', () => {
    const reading = instantFromWallClock('2024-03-31', '02:30', 'Europe/Madrid')
    expect(reading).toEqual({
      kind: 'gap',
      earlier: '2024-03-31T00:30:00Z',
      later: '2024-03-31T01:30:00Z',
    })
  })

  test('a repeated time returns both of its instants', () => {
    const reading = instantFromWallClock('2024-10-27', '02:30', 'Europe/Madrid')
    expect(reading).toEqual({
      kind: 'overlap',
      earlier: '2024-10-27T00:30:00Z',
      later: '2024-10-27T01:30:00Z',
    })
  })

  test.each([
    ['2024-02-30', '12:00', 'Europe/Madrid', 'date'],
    ['2024-02-03', '18:00 PM', 'Europe/Madrid', 'time'],
    ['2024-02-03', '24:00', 'Europe/Madrid', 'time'],
    ['2024-02-03', '12:00', 'Madrid', 'timeZone'],
  ])('%s %s %s reports the invalid %s instead of guessing', (date, time, zone, field) => {
    expect(instantFromWallClock(date, time, zone)).toMatchObject({kind: 'invalid', field})
  })
})
