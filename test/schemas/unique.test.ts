import {describe, expect, test} from 'vitest'

import {unique} from '../../schemas/unique.ts'
import {datasetValidator} from '../support/datasetValidator.ts'

const message = 'This item is already in the list.'

describe('unique', () => {
  test.each([
    [['EMEA', 'APAC'], true],
    [['EMEA', 'APAC', 'EMEA'], [{message, path: [2]}]],
    [[], true],
    [undefined, true],
    ['EMEA, EMEA', true],
  ])('validates %j', (values, result) => {
    expect(unique(values)).toEqual(result)
  })

  test('items with different keys and the same reference are duplicates, and the second one is reported', () => {
    const ada = (_key: string) => ({_type: 'reference', _ref: 'guest-ada', _key})
    expect(unique([ada('a'), ada('b')])).toEqual([{message, path: [{_key: 'b'}]}])
  })
})

const group = {
  _id: 'group',
  _type: 'workingGroup',
  title: 'Group',
  slug: {_type: 'slug', current: 'group'},
  phase: 'active',
}

test('the Studio shows a duplicate item as an error', async () => {
  const {markers} = await datasetValidator([])({...group, goals: ['A', 'A']})
  expect(markers).toMatchObject([{level: 'error', path: ['goals', 1], message}])
})

test('a long text instead of a list is reported by its type, without blocking the Studio', async () => {
  // A comparison of each letter with each other letter would exceed the test's timeout.
  const {markers} = await datasetValidator([])({...group, goals: 'y'.repeat(200_000)})
  expect(markers).toMatchObject([
    {level: 'error', path: ['goals'], message: expect.stringContaining('Array')},
  ])
})
