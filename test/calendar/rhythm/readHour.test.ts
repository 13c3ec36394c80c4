import {expect, it} from 'vitest'

import {readHour} from '../../../calendar/rhythm/index.ts'

it.each([
  ['6', ['06:00', '18:00']],
  ['12', ['00:00', '12:00']],
  ['٦', ['06:00', '18:00']],
])('“%s” is in the morning or in the evening, so it is no time yet', (text, times) => {
  expect(readHour(text)).toEqual({kind: 'either', times})
})

it.each([
  ['06', '06:00'],
  ['18', '18:00'],
  ['0', '00:00'],
  ['6 pm', '18:00'],
  ['6:30', '06:30'],
])('“%s” has one reading', (text, time) => {
  expect(readHour(text)).toEqual({kind: 'time', time})
})

it.each(['', '25', '25:00', 'soon'])('“%s” is no time', (text) => {
  expect(readHour(text)).toEqual({kind: 'none'})
})
