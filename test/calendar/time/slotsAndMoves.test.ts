import {describe, expect, test} from 'vitest'

import {type CadenceException, checkCadence, type Recurrence} from '../../../calendar/time/index.ts'

const thursdays: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-01-09',
}
const moved = (date: string): CadenceException => ({kind: 'moved', date, toDate: '2025-12-23'})

test('two dates that are moved onto one day are both named, because the series does not meet on it otherwise', () => {
  const faults = checkCadence({
    slots: [thursdays],
    exceptions: [moved('2025-12-25'), moved('2025-12-18')],
    breaks: [],
  })
  expect(faults.map(({message}) => message)).toEqual([
    '2025-12-18 and 2025-12-25 are moved to 2025-12-23, so the series meets only once on it. Choose another date for one of them, or skip one',
    '2025-12-18 and 2025-12-25 are moved to 2025-12-23, so the series meets only once on it. Choose another date for one of them, or skip one',
  ])
})

describe('a slot without a date of its own', () => {
  const biweekly: Recurrence = {...thursdays, interval: 2}
  const odd: Recurrence = {...thursdays, weeks: 'odd', startDate: '2025-01-09'}
  const even: Recurrence = {...thursdays, weeks: 'even', startDate: '2025-01-09'}

  test.for<[string, Recurrence[], string[]]>([
    ['is reported, also as the first', [biweekly, thursdays], ['warning slots.0']],
    [
      'is the later of two that are equal',
      [
        {...thursdays, weekdays: ['TH']},
        {...thursdays, weekdays: []},
      ],
      ['warning slots.1'],
    ],
    ['can need several others', [odd, even, biweekly], ['warning slots.2']],
    [
      'has no date of its own before the other ends',
      [
        {...thursdays, endDate: '2025-06-26'},
        {...biweekly, endDate: '2025-03-06'},
      ],
      ['warning slots.1'],
    ],
    [
      'goes on after the other ends, so it adds dates',
      [{...thursdays, endDate: '2025-06-26'}, biweekly],
      [],
    ],
    ['is at another time, so it adds dates', [thursdays, {...biweekly, time: '18:00'}], []],
  ])('%s', ([, slots, faults]) => {
    expect(
      checkCadence({slots, exceptions: [], breaks: []}).map(
        ({level, path}) => `${level} ${path.join('.')}`,
      ),
    ).toEqual(faults)
  })
})
