import {expect, test} from 'vitest'

import {groupCircleRule} from '../../../schemas/rules/groupCircleRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const group = (_id: string, parent?: string) => ({
  _id,
  _type: 'workingGroup',
  title: _id.toUpperCase(),
  ...(parent !== undefined && {parent: refTo(parent)}),
})
const check = (parent: string | undefined, ...others: ReturnType<typeof group>[]) =>
  findingsOf(groupCircleRule, group('it', parent), {others})

test('a group without a parent, and one with a parent, get no finding', () => {
  expect(check(undefined, group('a'))).toEqual([])
  expect(check('a', group('a', 'b'), group('b'))).toEqual([])
  expect(check('nowhere')).toEqual([])
})

test('a group that is part of itself is an error at the parent', () => {
  expect(check('it')).toMatchObject([
    {level: 'error', path: ['parent'], message: expect.stringContaining('part of itself')},
  ])
})

test('a circle of groups is an error that names all of them', () => {
  expect(check('a', group('a', 'b'), group('b', 'it'))).toMatchObject([
    {
      level: 'error',
      path: ['parent'],
      message: expect.stringContaining('“IT” → “A” → “B” → “IT”'),
    },
  ])
})

test('a group below a circle gets no finding, because its own parent is right', () => {
  expect(check('a', group('a', 'b'), group('b', 'a'))).toEqual([])
})

test('a draft closes the circle of published groups', () => {
  const draft = {...group('drafts.it', 'a')}
  expect(
    findingsOf(groupCircleRule, draft, {others: [group('a', 'it'), group('it')]}),
  ).toHaveLength(1)
})
