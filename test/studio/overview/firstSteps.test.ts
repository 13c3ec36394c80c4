import {expect, test} from 'vitest'

import {readCommunity} from '../../../studio/community/readCommunity.ts'
import {firstSteps} from '../../../studio/overview/firstSteps.ts'

test('an empty dataset begins with the community, because the next steps use its zone and words', () => {
  const steps = firstSteps(readCommunity(null), {hasSeries: false, hasSession: false})
  expect(steps.map(({title, isDone}) => [title, isDone])).toEqual([
    ['Describe your community', false],
    ['Add the first series', false],
    ['Plan the first touchpoint', false],
  ])
})

test('a step is done when its document exists, in any order', () => {
  const community = readCommunity({vocabulary: {session: {singular: 'call', plural: 'calls'}}})
  const steps = firstSteps(community, {hasSeries: false, hasSession: true})
  expect(steps.map(({isDone}) => isDone)).toEqual([true, false, true])
  expect(steps.at(-1)?.title).toBe('Plan the first call')
})
