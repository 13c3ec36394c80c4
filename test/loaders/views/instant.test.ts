import {expect, test} from 'vitest'

import {parseInstant} from '@touchpoints/calendar/formats'

import {minutesAfter, toSecond} from '../../../loaders/views/instant.ts'

const numbers = Array.from({length: 100}, (_, number) => String(number).padStart(2, '0'))
const ends = ['', ':00', ':00.000', ':00.001', ':59.999999999', ':60', ':30.5', ':61']
const dates = ['2024-02-29', '2024-12-31', '2023-02-29', '2024-13-01', '2024-00-10', '0000-01-01']
const times = numbers.flatMap((hour) =>
  ['00', '01', '59', '60', '99'].map((each) => `${hour}:${each}`),
)
const texts = dates.flatMap((date) =>
  times.flatMap((time) => ends.map((end) => `${date}T${time}${end}Z`)),
)
const stored = texts.filter((text) => parseInstant(text) !== undefined)

test('a stored instant has the form of a formatted one, because views are compared as text', () => {
  const wrong = stored.filter((text) => minutesAfter(text, 0) !== toSecond(Date.parse(text)))
  expect(wrong).toEqual([])
})

test('a session ends as many minutes later, also on the next day', () => {
  const starts = ['2024-02-29T00:00:00Z', '2024-12-31T13:07:09Z', '9999-12-31T23:59:59Z']
  const lengths = Array.from({length: 1440}, (_, index) => index + 1)
  const wrong = starts.flatMap((start) =>
    lengths.filter(
      (minutes) => minutesAfter(start, minutes) !== toSecond(Date.parse(start) + minutes * 60_000),
    ),
  )
  expect(wrong).toEqual([])
})
