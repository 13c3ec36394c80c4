import {cadenceDates, type Cadence} from '@touchpoints/calendar/time'
import {readCadence, type Question, type QuestionCode} from '@touchpoints/calendar/rhythm'
import {describe, expect, test} from 'vitest'

/** A Wednesday in summer. */
const today = '2026-07-01'

function cadenceOf(words: string, day = today): Cadence {
  const reading = readCadence(words, {today: day})
  if (reading.kind !== 'cadence') throw new Error(`${words}: ${JSON.stringify(reading)}`)
  return reading.cadence
}

function startsOf(words: string, day = today): string[] {
  const dates = cadenceDates(cadenceOf(words, day), {from: `${day}T00:00:00Z`, count: 3})
  return dates.map(({start}) => start.slice(0, 16))
}

function questionsOf(words: string, day = today): Question[] {
  const reading = readCadence(words, {today: day, timeZone: 'Europe/London'})
  if (reading.kind !== 'questions') throw new Error(`${words}: ${JSON.stringify(reading)}`)
  return reading.questions
}

function codesOf(words: string, day = today): QuestionCode[] {
  return [...new Set(questionsOf(words, day).map(({code}) => code))].toSorted()
}

describe('words in the style of communities', () => {
  test.each([
    ['Tuesdays at 9am PT biweekly starting July 7, 2026', '2026-07-07T16:00', '2026-07-21T16:00'],
    ['1st & 3rd Wed 16:00 CET/CEST', '2026-07-01T14:00', '2026-07-15T14:00'],
    ['Every 2nd Thursday of the month, 5pm UTC', '2026-07-09T17:00', '2026-08-13T17:00'],
    [
      '**Weekly** on [Thursdays](https://example.org) at `15:00` UTC',
      '2026-07-02T15:00',
      '2026-07-09T15:00',
    ],
    ['every tues 9am pt', '2026-07-07T16:00', '2026-07-14T16:00'],
    ['The first Monday of every month at 1500 UTC', '2026-07-06T15:00', '2026-08-03T15:00'],
    ['Every Thursday at 17:00Z', '2026-07-02T17:00', '2026-07-09T17:00'],
    ['Every weekday at 09:00 Europe/Berlin', '2026-07-01T07:00', '2026-07-02T07:00'],
    [
      'First business day of each month, 10:00 Europe/Paris',
      '2026-07-01T08:00',
      '2026-08-03T08:00',
    ],
    [
      'The day before the last Friday of the month, 10:00 UTC',
      '2026-07-30T10:00',
      '2026-08-27T10:00',
    ],
    ['The Monday before the first Tuesday, 12:00 UTC', '2026-07-06T12:00', '2026-08-03T12:00'],
    ['Second to last Thursday of each month, 15:00 UTC', '2026-07-23T15:00', '2026-08-20T15:00'],
    [
      'First Tuesday of January, April, July and October at 16:00 UTC',
      '2026-07-07T16:00',
      '2026-10-06T16:00',
    ],
    ['First Tuesday of the quarter, 16:00 UTC', '2026-07-07T16:00', '2026-10-06T16:00'],
    ['First Wednesday of odd months, 10:00 UTC', '2026-07-01T10:00', '2026-09-02T10:00'],
    ['1st and 15th of the month at 14:00 UTC', '2026-07-01T14:00', '2026-07-15T14:00'],
    [
      'Our calls are on the 2nd and 4th Tuesday of each month at 7 a.m. Pacific / 10 a.m. Eastern.',
      '2026-07-14T14:00',
      '2026-07-28T14:00',
    ],
    ['Twice a week, Tuesday and Thursday, 10:00 UTC', '2026-07-02T10:00', '2026-07-07T10:00'],
    [
      'Weekly on Wednesday at 10:00 and Thursday at 16:00, America/New_York',
      '2026-07-01T14:00',
      '2026-07-02T20:00',
    ],
    [
      'Every other week on Tuesdays at 15:00 UTC (odd weeks)',
      '2026-07-14T15:00',
      '2026-07-28T15:00',
    ],
    [
      'Weekly in turn: Monday 10:00 UTC from 6 July 2026, Friday 16:00 UTC from 17 July 2026',
      '2026-07-06T10:00',
      '2026-07-17T16:00',
    ],
    [
      'We meet every Monday at 10:00 CET (Berlin) for one hour on Zoom.',
      '2026-07-06T08:00',
      '2026-07-13T08:00',
    ],
    ['Second Tuesday of the month, 10:00 in São Paulo', '2026-07-14T13:00', '2026-08-11T13:00'],
    [
      'Every 14 days on Monday, 10:00 UTC, from 6 July 2026',
      '2026-07-06T10:00',
      '2026-07-20T10:00',
    ],
    ['Every other Thursday, 17:00 UTC (next: 2026-07-09)', '2026-07-09T17:00', '2026-07-23T17:00'],
    [
      'Biweekly Tuesdays 10:00 UTC; first meeting on 7 July 2026',
      '2026-07-07T10:00',
      '2026-07-21T10:00',
    ],
    ['Yearly on 1 June, 13:00 UTC', '2027-06-01T13:00', '2028-06-01T13:00'],
  ])('“%s” gives its dates', (words, first, second) => {
    expect(startsOf(words).slice(0, 2)).toEqual([first, second])
  })

  test('each slot keeps its own zone, although “America” is also a region', () => {
    const words =
      'Even weeks Tuesday 09:00 Europe/Paris, odd weeks Thursday 17:00 America/Los_Angeles'
    const zones = cadenceOf(words).slots.map(({weeks, timeZone}) => [weeks, timeZone])
    expect(zones).toEqual([
      ['even', 'Europe/Paris'],
      ['odd', 'America/Los_Angeles'],
    ])
  })

  test('a change for good ends one slot before the next one begins', () => {
    const words = 'Mondays 10:00 UTC until 31 August 2026, then Tuesdays 11:00 UTC'
    expect(cadenceOf(words).slots).toMatchObject([
      {weekdays: ['MO'], endDate: '2026-08-31'},
      {weekdays: ['TU'], startDate: '2026-09-01'},
    ])
  })

  test.each([
    'Tuesdays 10:00 UTC from 7 July 2026 to 29 September 2026',
    'Tuesdays 10:00 UTC, from 7 July to 29 September 2026',
    'Tuesdays 10:00 UTC since 7 July 2026, until 29 September 2026',
  ])('“%s” has a first and a last date', (words) => {
    const [slot] = cadenceOf(words).slots
    expect(slot).toMatchObject({startDate: '2026-07-07', endDate: '2026-09-29'})
  })

  test('a number of dates becomes the last date', () => {
    const [slot] = cadenceOf('Every Friday 9:00 UTC, 10 times from 3 July 2026').slots
    expect(slot).toMatchObject({startDate: '2026-07-03', endDate: '2026-09-04'})
  })

  test.each([
    ['Wednesdays at 9-10am PT', 60],
    ['Thursdays 11-12:30pm Pacific', 90],
    ['Tuesdays 7:00 PM - 8:00 PM China time', 60],
    ['Tuesdays 10:00 UTC for half an hour', 30],
    ['Tuesdays 10:00 UTC, 45 min', 45],
    ['Tuesdays 10:00 UTC, one and a half hours', 90],
    ['Tuesdays 10:00 UTC', undefined],
  ])('the length of “%s” is %s minutes', (words, minutes) => {
    const reading = readCadence(words, {today})
    expect(reading).toMatchObject({kind: 'cadence', ...(minutes && {minutes})})
    expect('minutes' in reading).toBe(minutes !== undefined)
  })
})

describe('dates that are off or moved', () => {
  test.each([
    ['Tuesdays 10:00 UTC, except 28 July 2026', ['2026-07-28']],
    ['Tuesdays 10:00 UTC. No meeting on July 14 and 21, 2026.', ['2026-07-14', '2026-07-21']],
    ['Third Tuesday 10:00 UTC; 21 July 2026 left out, next on 18 August 2026', ['2026-07-21']],
    ['Tuesdays 10:00 UTC; in 2026 the July second Tuesday is missing', ['2026-07-14']],
  ])('“%s” skips them', (words, dates) => {
    expect(cadenceOf(words).exceptions).toEqual(dates.map((date) => ({kind: 'skipped', date})))
  })

  test('a moved date has its new day and hour', () => {
    const words = 'Tuesdays 10:00 UTC; 14 July 2026 moved to 16 July 2026 at 11:00'
    expect(cadenceOf(words).exceptions).toEqual([
      {kind: 'moved', date: '2026-07-14', toDate: '2026-07-16', toTime: '11:00'},
    ])
  })

  test.each([
    'Tuesdays 10:00 UTC; no meetings from 20 July to 10 August 2026',
    'Tuesdays 10:00 UTC; no meetings between 20 July and 10 August 2026',
    'Tuesdays 10:00 UTC, summer break from 20 July 2026 to 10 August 2026',
  ])('“%s” has a break', (words) => {
    expect(cadenceOf(words).breaks).toEqual([{from: '2026-07-20', to: '2026-08-10'}])
  })

  test('an exception that the rhythm does not contain is asked about, since it would hit nothing', () => {
    expect(codesOf('Tuesdays 10:00 UTC, except 29 July 2026')).toEqual(['date-differs'])
  })

  test('holidays without dates are a doubt', () => {
    const reading = readCadence('Tuesdays 10:00 UTC, not on public holidays', {today})
    expect(reading).toMatchObject({kind: 'cadence', doubts: [{code: 'may-change'}]})
  })
})

describe('what the words leave open is a question, so that no date is guessed', () => {
  const rows: readonly (readonly [string, readonly QuestionCode[]])[] = [
    ['Tuesdays at 9am PT biweekly', ['which-weeks']],
    ['Tuesdays 9:30 PT - bi weekly', ['which-weeks']],
    ['bi-weekly on Monday 17:00 Europe/Madrid', ['which-weeks']],
    ['Bi-weekly on Tuesdays and Thursdays, 10:00 UTC', ['two-readings', 'which-weeks']],
    ['Bimonthly on the first Monday, 10:00 UTC', ['two-readings', 'which-weeks']],
    ['Every second Wednesday, 14:00 UTC', ['two-readings']],
    ['Every 4th Thursday at 11am ET', ['two-readings']],
    ['Quarterly on the first Tuesday, 16:00 UTC', ['which-weeks']],
    ['Fridays at 15:00 UTC, monthly', ['which-day']],
    ['Monthly from Thursday 20 August 2026, 11:00 UTC', ['which-day']],
    ['16:00 UTC weekly', ['which-day']],
    ['Thursday 16:00 UTC', ['how-often']],
    ['Every Monday', ['no-time']],
    ['Mondays 10:00', ['no-zone']],
    ['18:00 PM UTC on Mondays', ['impossible-time', 'no-time']],
    ['Tuesdays at 5 UTC', ['no-time', 'not-understood']],
    ['Every other Tuesday 18:00 UTC, counted from 14 September 2020', ['date-differs']],
    ['Every other Tuesday 18:00 UTC, counted from 31 June 2026', ['date-differs']],
    ['Every other Friday from 17 November, 16:00 UTC', ['which-year']],
    ['Every Friday 9:00 UTC until December 2026', ['not-understood']],
    ['Every Friday 9:00 UTC, 10 times', ['not-understood']],
    ['Tuesdays 10:00 and 22:00 UTC', ['all-or-in-turn']],
    ['Tuesdays 10:00 UTC; first Tuesday of the month at 16:00 UTC', ['all-or-in-turn']],
    ['Every other Wednesday, in turn at 13:00 UTC and at 22:00 UTC', ['turn-order']],
    ['Tuesdays, alternating hosts, 10:00 UTC', ['turn-order']],
    ['Mondays 12:00 UTC; paused until September', ['not-understood']],
    ['Wednesdays 16:00 UTC, moved to Thursdays in 2027', ['not-understood']],
    [
      'Every two weeks on Tuesday 14:00 UTC from 7 July 2026; Thursday 02:00 UTC in the weeks between',
      ['turn-order'],
    ],
    ['Wednesday 13:00 PDT / 20:00 UTC in winter, weekly', ['not-understood']],
    ['Sundays at midnight UTC', ['two-readings']],
    ['Tuesdays 10:00 UTC; only the first and third of the month', ['not-understood']],
    ['Tuesdays 10:00 UTC; the second and fourth of the month', ['not-understood']],
    ['Tuesdays 10:00 UTC; the second of the month is not held', ['not-understood', 'which-day']],
    ['Every other Thursday 16:00 UTC, in the weeks between those of the writers', ['which-weeks']],
    ['Every other Thursday 16:00 UTC, in the weeks between', ['which-weeks']],
    ['Every other Thursday 16:00 UTC, opposite to the writers', ['not-understood', 'which-weeks']],
    ['Every other Wednesday 17:00 UTC, in the other weeks 21:00 UTC', ['turn-order']],
    ['Mondays 10:00 UTC, from 1 September 2026 Tuesdays 11:00 UTC', ['not-understood']],
    ['Thursdays 18:00 UTC; from October 2026 on at 17:00', ['not-understood']],
    ['Tuesdays in July 10:00 UTC', ['not-understood']],
    ['Odd Tuesdays 10:00 UTC', ['not-understood']],
    ['Tri-weekly, Tuesdays 10:00 UTC', ['not-understood']],
    ['Tuesdays 10:00 UTC during the school year', ['not-understood']],
    ['Tuesdays 10:00 UTC in summer, 11:00 UTC in winter', ['all-or-in-turn', 'not-understood']],
    ['Every Wednesday 15:00 UTC, except the last Wednesday of the month', ['not-understood']],
    ['Tuesdays 10:00 UTC, no meeting in August', ['not-understood']],
    ['Mondays 10:00 XYZT', ['no-zone', 'not-understood']],
    ['Mondays 10:00 Xanadu Time, Tuesdays 11:00 UTC', ['not-understood']],
  ]

  test.each(rows)('“%s”: %s', (words, codes) => {
    expect(codesOf(words)).toEqual(codes)
  })

  test('an anchor question offers each possible week, in words that the reader understands', () => {
    const [question] = questionsOf('Every three weeks on Monday at 15:00 UTC')
    expect(question?.choices.map(({label}) => label)).toEqual([
      'From 6 July 2026',
      'From 13 July 2026',
      'From 20 July 2026',
    ])
    const words = question?.choices[1]?.words ?? ''
    expect(startsOf(words)[0]).toBe('2026-07-13T15:00')
  })

  test('the home zone is only offered, since the words may mean another one', () => {
    const [question] = questionsOf('Mondays 10:00')
    expect(question?.choices).toEqual([
      {label: 'Europe/London', words: 'Mondays 10:00 Europe/London'},
      {label: 'UTC', words: 'Mondays 10:00 UTC'},
    ])
  })

  test('the clear fields of each slot are kept for the form', () => {
    const reading = readCadence('Every other Thursday, 14:00 IST', {today})
    expect(reading).toMatchObject({
      kind: 'questions',
      draft: [{frequency: 'weekly', interval: 2, weekdays: ['TH'], time: '14:00'}],
    })
  })
})

describe('the zone', () => {
  test.each(['IST', 'CST', 'BST', 'EST', 'PST', 'CET', 'GMT', 'EET'])(
    '%s in July is a question',
    (zone) => {
      expect(codesOf(`Mondays 14:00 ${zone}`)).toEqual(['which-zone'])
    },
  )

  test.each(['EST', 'PST', 'CET', 'GMT', 'EET'])(
    '%s in November is clear for now, and a doubt for the summer',
    (zone) => {
      const reading = readCadence(`Mondays 14:00 ${zone}`, {today: '2026-11-05'})
      expect(reading).toMatchObject({kind: 'cadence', doubts: [{code: 'which-zone'}]})
    },
  )

  test.each(['IST', 'CST', 'BST'])(
    '%s names several places, and is a question all year',
    (zone) => {
      expect(codesOf(`Mondays 14:00 ${zone}`, '2026-11-05')).toEqual(['which-zone'])
    },
  )

  test('the hour of another zone settles which place is meant', () => {
    expect(cadenceOf('Mondays 08:00 IST (02:30 UTC)').slots[0]?.timeZone).toBe('Asia/Kolkata')
  })

  test('hours that are the same in a part of the year are a doubt where they agree', () => {
    const words = 'Wednesdays weekly, given as 10:00 US Central, 15:00 UTC and 17:00 Central Europe'
    expect(readCadence(words, {today})).toMatchObject({doubts: [{code: 'hours-disagree'}]})
    expect(codesOf(words, '2026-11-05')).toEqual(['hours-disagree'])
  })

  test('hours that never agree are a question with each hour as an answer', () => {
    const [question] = questionsOf('Mondays 08:00 Pacific, 12a Eastern, 17:00 Central Europe')
    expect(question).toMatchObject({code: 'hours-disagree'})
    expect(question?.choices.map(({label}) => label)).toEqual([
      '08:00 Pacific',
      '12a Eastern',
      '17:00 Central Europe',
    ])
  })

  test('an hour that a page shows has to be that of the rhythm', () => {
    expect(codesOf('Wednesdays 10:30 London; the page says 11:30')).toEqual(['hours-disagree'])
  })
})

describe('words without a rule are kept as text', () => {
  test.each([
    ['monthly; day and hour not published', 'Day and time are not published yet.'],
    ['to be decided', 'Day and time are not published yet.'],
    ['on demand', 'The meeting takes place on demand.'],
    ['every other week; day and hour in the calendar', 'Day and time are only in the calendar.'],
    ['Once a month, each time on another day', 'The dates vary, so no rule gives them.'],
    [
      'Every six weeks on Thursday, all day',
      'The entries last all day, so they have no start time.',
    ],
    ['', 'The words have neither a day nor a time.'],
    ['Bring a snack.', 'The words have neither a day nor a time.'],
  ])('“%s”: %s', (words, reason) => {
    expect(readCadence(words, {today})).toEqual({kind: 'text', reason})
  })
})

test('a remark about some dates is a doubt, since it changes none', () => {
  const words = 'Tuesdays 10:00 UTC; the second one of each month is held with the writers'
  expect(readCadence(words, {today})).toMatchObject({doubts: [{code: 'shared-dates'}]})
})

describe('another meeting in the same words', () => {
  test('is left out with a doubt, since it needs a series of its own', () => {
    const words = 'Wednesdays weekly 10:00 UTC; another one every other Thursday 11:00 UTC'
    const reading = readCadence(words, {today})
    expect(reading).toMatchObject({kind: 'cadence', doubts: [{code: 'another-meeting'}]})
    expect(cadenceOf(words).slots).toHaveLength(1)
  })
})

test('an invalid day throws, since every date is counted from it', () => {
  expect(() => readCadence('Mondays 10:00 UTC', {today: '2026-02-30'})).toThrow('2026-02-30')
})

test.each([
  ['brackets', '[['.repeat(3000) + ']('.repeat(3000)],
  ['days', 'Tuesdays 10:00 UTC, '.repeat(500)],
  ['ordinals', '1st, 2nd, 3rd, '.repeat(500)],
  ['zero-width characters', '\u200B'.repeat(5000)],
])('a long text of %s is read to its limit and does not throw', (_name, words) => {
  expect(['cadence', 'questions', 'text']).toContain(readCadence(words, {today}).kind)
})
