import {expect, it} from 'vitest'

import {color} from '../../../schemas/scalars.ts'
import {readColor} from '../../../studio/colors/readColor.ts'

it.each([
  ['#0B57D0', '#0b57d0'],
  ['0b57d0', '#0b57d0'],
  ['#0B5', '#00bb55'],
  [' #fff ', '#ffffff'],
])('reads %s as %s, the only form that is stored', (text, expected) => {
  expect(readColor(text)).toBe(expected)
  expect(color.safeParse(expected).success).toBe(true)
})

it.each(['', 'blue', '#12', '#12345', '#1234567', 'rgb(0,0,0)'])(
  'reads no color in "%s"',
  (text) => {
    expect(readColor(text)).toBeUndefined()
  },
)
