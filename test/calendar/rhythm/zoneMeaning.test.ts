import {isTimeZone} from '@touchpoints/calendar/time'
import {zoneMeaning} from '@touchpoints/calendar/rhythm'
import {describe, expect, test} from 'vitest'

import {
  abbreviations,
  adjectives,
  cities,
  countries,
  largeCountries,
  names,
} from '../../../calendar/rhythm/zoneNames.ts'

describe('the name of a zone', () => {
  test.each([
    ['UTC', 'UTC'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Pacific', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['US Eastern', 'America/New_York'],
    ['Eastern', 'America/New_York'],
    ['Central Europe', 'Europe/Berlin'],
    ['Central European Time', 'Europe/Berlin'],
    ['CET/CEST', 'Europe/Berlin'],
    ['EST / EDT', 'America/New_York'],
    ['Beijing', 'Asia/Shanghai'],
    ['Chinese time', 'Asia/Shanghai'],
    ['Poland', 'Europe/Warsaw'],
    ['Britain', 'Europe/London'],
    ['UK time', 'Europe/London'],
    ['West Africa', 'Africa/Lagos'],
    ['WAT', 'Africa/Lagos'],
    ['SGT', 'Asia/Singapore'],
    ['HKT', 'Asia/Hong_Kong'],
    ['KST', 'Asia/Seoul'],
    ['Zürich', 'Europe/Zurich'],
  ])('%s is the place %s', (written, timeZone) => {
    expect(zoneMeaning(written)).toEqual({kind: 'place', timeZone})
  })

  test.each([
    ['UTC+2', 'Etc/GMT-2'],
    ['UTC-7', 'Etc/GMT+7'],
    ['GMT+11', 'Etc/GMT-11'],
    ['UTC +05:30', 'Asia/Kolkata'],
  ])('%s is an offset without summer time', (written, timeZone) => {
    expect(zoneMeaning(written)).toEqual({kind: 'offset', timeZone})
  })

  test.each([
    'IST',
    'CST',
    'BST',
    'EST',
    'PST',
    'MST',
    'CET',
    'EEST',
    'AEST',
    'NZST',
    'GMT',
    'Australia',
  ])('%s has several meanings', (written) => {
    const meaning = zoneMeaning(written)
    expect(meaning).toMatchObject({kind: 'ambiguous'})
  })

  test.each(['', 'XYZT', 'Xanadu', 'Chinese', 'constructor', 'UTC+99', 'UTC+10:45'])(
    '“%s” is unknown, so that it is not read as UTC',
    (written) => {
      expect(zoneMeaning(written)).toBeUndefined()
    },
  )

  test('every zone of the tables exists, since a wrong id would make a cadence unreadable', () => {
    const single = [names, adjectives, countries, cities].flatMap((table) => Object.values(table))
    const several = [abbreviations, largeCountries].flatMap((table) => Object.values(table).flat())
    expect([...single, ...several].filter((id) => !isTimeZone(id))).toEqual([])
  })
})
