import {describe, expect, test} from 'vitest'

import {unique} from '../../schemas/unique.ts'
import {datasetValidator} from '../support/datasetValidator.ts'

const said = 'This is in the list already.'

describe('each item of a list once', () => {
  test.each([
    [['EMEA', 'APAC'], true],
    [['EMEA', 'APAC', 'EMEA'], [{message: said, path: [2]}]],
    [[], true],
    [undefined, true],
    ['EMEA, EMEA', true],
  ])('%j', (values, answer) => {
    expect(unique(values)).toEqual(answer)
  })

  test('a person is the same whatever the item’s key, and the message stands at the second', () => {
    const ada = (_key: string) => ({_type: 'reference', _ref: 'guest-ada', _key})
    expect(unique([ada('a'), ada('b')])).toEqual([{message: said, path: [{_key: 'b'}]}])
  })
})

const group = {
  _id: 'group',
  _type: 'workingGroup',
  title: 'Group',
  slug: {_type: 'slug', current: 'group'},
  phase: 'active',
}

test('the Studio shows it', async () => {
  const {markers} = await datasetValidator([])({...group, goals: ['A', 'A']})
  expect(markers).toMatchObject([{level: 'error', path: ['goals', 1], message: said}])
})

test('a long text in place of a list is refused as no list, without holding the Studio up', async () => {
  // Compared letter by letter this would not end within the test's time.
  const {markers} = await datasetValidator([])({...group, goals: 'y'.repeat(200_000)})
  expect(markers).toMatchObject([
    {level: 'error', path: ['goals'], message: expect.stringContaining('Array')},
  ])
})
