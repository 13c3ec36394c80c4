import {expect, test} from 'vitest'

import {readDate, readTime, zoneOf} from '../../../importers/markdown/sessionTime.ts'

test.each([
  ['March, Thursday 28th - 2:00 to 3:00 pm CET', '2024-03-28'],
  ['April, Friday 12 - 5:30 to 6:30 pm CET', '2024-04-12'],
  ['Thursday, February 13', '2024-02-13'],
  ['12 May 2025', '2025-05-12'],
  ['2025-02-30', undefined],
  ['February 30', undefined],
  ['soon', undefined],
])('“%s” is the date %s', (text, date) => {
  expect(readDate(text, '2024')?.date).toBe(date)
})

test.each([
  ['2:00 to 3:00 pm CET', {time: '14:00', minutes: 60, zone: 'CET'}],
  ['12:00 PM GMT', {time: '12:00', zone: 'GMT'}],
  ['12:00 AM', {time: '00:00'}],
  ['5:30 – 7:00 pm', {time: '17:30', minutes: 90}],
  ['18:00 PM', {time: '18:00', impossible: '18:00 PM'}],
  ['11:00', {time: '11:00'}],
])('“%s” is read as the time that people mean', (text, expected) => {
  expect(readTime(text)).toEqual(expected)
})

test.each(['25:00', 'noon', ''])('“%s” is not a time', (text) => {
  expect(readTime(text)).toBeUndefined()
})

test('an abbreviation is a place, and CET is the place of the page’s own calendar', () => {
  expect(zoneOf('CET', 'Europe/Madrid')).toBe('Europe/Madrid')
  expect(zoneOf('CET')).toBe('Europe/Berlin')
  expect(zoneOf('GMT', 'Europe/Madrid')).toBe('Europe/London')
})
