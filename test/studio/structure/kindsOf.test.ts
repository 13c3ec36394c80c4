import {expect, it} from 'vitest'

import {kindsOf} from '../../../studio/structure/groupsList.ts'

it('lists the kinds in use, in the order of the community, then others', () => {
  const groupKinds = ['SIG', 'committee', 'chapter']
  expect(kindsOf(['working group', 'committee', 'SIG', null], {groupKinds})).toEqual([
    'SIG',
    'committee',
    'working group',
  ])
})

it('lists no kinds if there is only one, because it would equal the list of all groups', () => {
  expect(kindsOf(['SIG'], {groupKinds: []})).toEqual([])
  expect(kindsOf(null, {groupKinds: ['SIG']})).toEqual([])
})
