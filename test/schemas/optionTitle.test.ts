import {expect, test} from 'vitest'

import {optionTitle} from '../../schemas/scalarTypes.ts'

test('each choice of a scalar has the title that its list shows, and other values have none', () => {
  expect(optionTitle('availability', 'notRecorded')).toBe('Not recorded')
  expect(optionTitle('availability', 'published')).toBe('Published')
  expect(optionTitle('availability', 'lost')).toBeUndefined()
  expect(optionTitle('availability', undefined)).toBeUndefined()
})
