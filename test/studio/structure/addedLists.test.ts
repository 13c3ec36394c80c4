import {expect, test} from 'vitest'

import {orderingOf} from '../../../studio/structure/addedLists.ts'

test.each([
  ['name asc', [{field: 'name', direction: 'asc'}]],
  ['name', [{field: 'name', direction: 'asc'}]],
  [
    'address.city desc, name',
    [
      {field: 'address.city', direction: 'desc'},
      {field: 'name', direction: 'asc'},
    ],
  ],
  // A list of the Studio sorts by fields only.
  ['lower(name) asc', []],
  ['name asc, count(rooms)', []],
  [undefined, []],
])('the sort keys "%s" sort a list of the Studio too, if it can', (order, expected) => {
  expect(orderingOf(order)).toEqual(expected)
})
