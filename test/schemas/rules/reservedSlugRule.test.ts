import {expect, test} from 'vitest'

import {pageFolders} from '../../../schemas/pageFolders.ts'
import {reservedSlugRule} from '../../../schemas/rules/reservedSlugRule.ts'
import {findingsOf} from './findingsOf.ts'

test.each(Object.values(pageFolders))(
  'a session at “%s” is an error, because the site shows the list of that name there',
  (name) => {
    expect(findingsOf(reservedSlugRule, {slug: {current: name}})).toMatchObject([
      {level: 'error', path: ['slug']},
    ])
  },
)

test('the message has an example of a free slug', () => {
  const [finding] = findingsOf(reservedSlugRule, {slug: {current: 'groups'}})
  expect(finding?.message).toContain('“groups-session”')
})

test('a slug that begins with such a name, and a missing one, get no finding', () => {
  expect(findingsOf(reservedSlugRule, {slug: {current: 'archive-of-talks'}})).toEqual([])
  expect(findingsOf(reservedSlugRule, {})).toEqual([])
})
