import {describe, expect, it} from 'vitest'

import {describeItem, holidaysOn} from '../../../studio/season/describeItem.ts'
import {holidayLibrary} from '../../../studio/season/holidayLibrary.ts'
import {type HolidaySource, holidaysIn} from '../../../studio/season/holidaysIn.ts'
import {gridOf, storedSeries} from './season.ts'

const source: Pick<HolidaySource, 'holidaysOf'> = {
  holidaysOf: (country, year) => [
    {date: `${year}-05-01`, days: 1, name: 'Labour Day'},
    ...(country === 'JP' ? [{date: `${year}-12-31`, days: 3, name: 'New Year'}] : []),
  ],
}
const madrid = {name: 'EMEA', timeZone: 'Europe/Madrid', country: 'ES'}
const tokyo = {name: 'APAC', timeZone: 'Asia/Tokyo', country: 'JP'}

describe('holidays of places', () => {
  it('are in one entry if several places have the same one', () => {
    const request = {places: [madrid, tokyo], from: '2026-04-27', to: '2026-05-03'}
    expect(holidaysIn(source, request)).toEqual([
      {date: '2026-05-01', name: 'Labour Day', places: ['EMEA', 'APAC']},
    ])
  })

  it('contain each day of a long one, over the turn of the year', () => {
    const request = {places: [tokyo], from: '2027-01-01', to: '2027-01-05'}
    expect(holidaysIn(source, request).map(({date}) => date)).toEqual(['2027-01-01', '2027-01-02'])
  })

  it('are on the day of the place, which can be another one than that of the series', () => {
    // 23:30 on Thursday in London is Friday in Tokyo.
    const holidays = [{date: '2026-01-09', name: 'A day off', places: ['APAC', 'EMEA']}]
    const start = '2026-01-08T23:30:00Z'
    const places = [tokyo, {name: 'AMER', timeZone: 'America/New_York'}]
    expect(holidaysOn({start}, {holidays, places})).toMatchObject([{places: ['APAC']}])
  })

  it('are among the notes of an item', () => {
    const [item] = gridOf({series: [storedSeries('docs')]}).items
    if (!item) throw new Error('no item')
    const holidays = [{date: '2026-01-08', name: 'A day off', places: ['EMEA']}]
    expect(describeItem(item, {clashes: [], holidays, places: [madrid]}).notes).toEqual([
      'Holiday in EMEA: A day off',
    ])
  })
})

describe('the library', () => {
  const library = holidayLibrary()

  it.each([
    ['Europe/Madrid', 'ES'],
    ['America/New_York', 'US'],
    ['Pacific/Auckland', 'NZ'],
    // Two names of one zone.
    ['Asia/Calcutta', 'IN'],
    ['Asia/Kolkata', 'IN'],
    // Zones that several countries use.
    ['Africa/Lagos', 'NG'],
    ['Africa/Nairobi', 'KE'],
    ['Europe/Belgrade', 'RS'],
    ['UTC', undefined],
    ['not a zone', undefined],
  ])('knows the country of %s', (zone, country) => {
    expect(library.countryOf(zone)).toBe(country)
  })

  it('knows national holidays by their local date, also those that move', () => {
    expect(library.holidaysOf('ES', 2026)).toContainEqual({
      date: '2026-04-03',
      days: 1,
      name: 'Good Friday',
    })
    expect(library.holidaysOf('NZ', 2026)).toContainEqual({
      date: '2026-02-06',
      days: 1,
      name: 'Waitangi Day',
    })
    expect(library.holidaysOf('US', 2026).map(({date}) => date)).toContain('2026-11-26')
  })

  it('has countries with names in English', () => {
    expect(library.countries).toContainEqual({code: 'ES', name: 'Spain'})
  })

  it('knows no holidays of a country that does not exist', () => {
    expect(library.holidaysOf('XX', 2026)).toEqual([])
  })
})
