import {expect, test} from 'vitest'

import {publishedLines} from '../../../studio/calendar/publishedLines.ts'

test('each value is a line, so that an editor sees what visitors get', () => {
  const extra = {level: 'beginner', seats: 40, languages: ['en', 'es']}
  const properties = {'X-LEVEL': 'beginner'}
  expect(publishedLines({topics: [], location: 'Library', extra, properties})).toEqual([
    'Place: Library',
    'level: beginner',
    'seats: 40',
    'languages: ["en","es"]',
    'X-LEVEL: beginner',
  ])
})

test('an event that nothing is added to has no lines', () => {
  expect(publishedLines(undefined)).toEqual([])
  expect(publishedLines({topics: ['tests']})).toEqual([])
})
