import {expect, it} from 'vitest'

import {readTime} from '../../../calendar/rhythm/readTime.ts'

it.each([
  ['6 pm', '18:00'],
  ['6pm', '18:00'],
  ['6 p.m.', '18:00'],
  ['6:30 PM', '18:30'],
  ['6.30pm', '18:30'],
  ['12 am', '00:00'],
  ['12 pm', '12:00'],
  ['12:15am', '00:15'],
  ['18', '18:00'],
  ['9', '09:00'],
  ['1800', '18:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['18:00', '18:00'],
  ['9:05', '09:05'],
  ['18h', '18:00'],
  ['18h30', '18:30'],
  ['18 Uhr', '18:00'],
  ['18:30 Uhr', '18:30'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['  17:30 ', '17:30'],
  ['１８：００', '18:00'],
])('reads %s as %s, as people write times', (text, time) => {
  expect(readTime(text)).toBe(time)
})

it.each(['', 'tea time', '25', '24:00', '18:60', '13 pm', '0 am', '18:5', '12345', '6 xm', '-6'])(
  'reads "%s" as no time, because a guess would be announced',
  (text) => {
    expect(readTime(text)).toBeUndefined()
  },
)
