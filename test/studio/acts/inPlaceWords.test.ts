import {expect, it} from 'vitest'

import {createText, planSentence} from '../../../studio/acts/inPlace/inPlaceWords.ts'

it('names the new organization on the button too, because it can nearly be one that exists', () => {
  expect(createText(['Ada Möller', 'Acmee'], false)).toBe('Create “Ada Möller” and “Acmee”')
  expect(createText(['Ada Möller'], true)).toBe('Create another “Ada Möller”')
  expect(createText([], false)).toBe('Create')
})

it('says what Publish publishes with it', () => {
  expect(planSentence(['Ada Möller', 'Acmee'])).toBe(
    'New: “Ada Möller” and “Acmee”. Publish also publishes them.',
  )
})
