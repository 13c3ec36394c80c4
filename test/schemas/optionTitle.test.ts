import {expect, test} from 'vitest'

import {optionTitle} from '../../schemas/scalarTypes.ts'

test('a choice reads as its list shows it, and what is no choice has no title', () => {
  expect(optionTitle('availability', 'notRecorded')).toBe('Not recorded')
  expect(optionTitle('availability', 'published')).toBe('Published')
  expect(optionTitle('availability', 'lost')).toBeUndefined()
  expect(optionTitle('availability', undefined)).toBeUndefined()
})
