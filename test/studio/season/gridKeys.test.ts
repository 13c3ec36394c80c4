import {expect, it} from 'vitest'

import {
  type Cells,
  type Direction,
  firstKey,
  keysBetween,
  nextKey,
} from '../../../studio/season/gridKeys.ts'

const row = (text: string) => Array.from(text, (key) => (key === ' ' ? undefined : {key}))
const cells: Cells = [row('a  b c'), [], row(' d   '), row('e  f  g')]

it.each<[string, Direction, string]>([
  ['a', 'right', 'b'],
  ['b', 'right', 'c'],
  ['c', 'right', 'c'],
  ['c', 'left', 'b'],
  ['a', 'left', 'a'],
  ['c', 'down', 'd'],
  ['d', 'down', 'e'],
  ['g', 'up', 'd'],
  ['d', 'up', 'a'],
  ['a', 'up', 'a'],
  ['g', 'down', 'g'],
  ['b', 'rowStart', 'a'],
  ['a', 'rowEnd', 'c'],
  ['f', 'start', 'a'],
  ['a', 'end', 'g'],
  ['gone', 'right', 'a'],
])('from %s, %s goes to %s, past empty cells and rows', (from, direction, to) => {
  expect(nextKey(cells, from, direction)).toBe(to)
})

it('has a first key, and none without items', () => {
  expect(firstKey(cells)).toBe('a')
  expect(firstKey([[], [undefined]])).toBeUndefined()
})

it.each([
  ['a', 'b', ['a', 'b']],
  ['b', 'a', ['a', 'b']],
  ['a', 'f', ['a', 'b', 'd', 'e', 'f']],
  ['f', 'a', ['a', 'b', 'd', 'e', 'f']],
  ['gone', 'c', ['c']],
])('between %s and %s are the items of the rectangle', (from, to, keys) => {
  expect(keysBetween(cells, from, to)).toEqual(keys)
})
