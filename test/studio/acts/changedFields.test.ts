import {expect, test} from 'vitest'

import {changedFields} from '../../../studio/acts/changedFields.ts'

test('changed, added and removed fields are listed, system fields are not', () => {
  const draft = {_id: 'drafts.a', _rev: '2', title: 'B', slug: 'a', links: {join: 'x'}}
  const published = {_id: 'a', _rev: '1', title: 'A', links: {join: 'x'}, summary: 'S'}
  expect(changedFields(draft, published)).toEqual(['title', 'slug', 'summary'])
})

test('the order of fields in an object is no change, because the Content Lake keeps none', () => {
  expect(
    changedFields({links: {a: 1, b: [{c: 1, d: 2}]}}, {links: {b: [{d: 2, c: 1}], a: 1}}),
  ).toEqual([])
})
