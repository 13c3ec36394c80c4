import {expect, test} from 'vitest'

import {statusWord, wordsIn} from '../../words/index.ts'
import {touchpointStatus, workingGroupPhase} from '../../schemas/scalars.ts'
import {optionTitle} from '../../schemas/scalarTypes.ts'

test('each choice of a scalar has the title that its list shows, and other values have none', () => {
  expect(optionTitle('availability', 'notRecorded')).toBe('Not recorded')
  expect(optionTitle('availability', 'published')).toBe('Published')
  expect(optionTitle('availability', 'lost')).toBeUndefined()
  expect(optionTitle('availability', undefined)).toBeUndefined()
})

test('a status has the word that visitors read, so that an editor knows what a choice does', () => {
  expect(optionTitle('touchpointStatus', 'planned')).toBe('Tentative')
  for (const status of touchpointStatus.options) {
    expect(optionTitle('touchpointStatus', status)).toBe(statusWord({language: 'en'}, status))
  }
})

test('a phase has the title that the page of the group shows', () => {
  for (const phase of workingGroupPhase.options) {
    expect(optionTitle('workingGroupPhase', phase)).toBe(wordsIn('en').say(`names.phase.${phase}`))
  }
})
