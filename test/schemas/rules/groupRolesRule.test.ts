import {describe, expect, test} from 'vitest'

import {groupRolesRule} from '../../../schemas/rules/groupRolesRule.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const term = (_key: string, more: object = {}) => ({
  _key,
  _type: 'groupRole',
  role: 'Chair',
  person: refTo('ana'),
  ...more,
})
const check = (...roles: object[]) => findingsOf(groupRolesRule, {_type: 'workingGroup', roles})

test('a term that ends before it begins is an error at its end', () => {
  expect(check(term('a', {from: '2025-01-01', to: '2024-12-31'}))).toMatchObject([
    {level: 'error', path: ['roles', {_key: 'a'}, 'to']},
  ])
  expect(check(term('a', {from: '2025-01-01', to: '2025-01-01'}))).toEqual([])
})

describe('a person in one role', () => {
  test('twice at the same time is a warning at the second entry', () => {
    const [finding, ...more] = check(
      term('a', {from: '2024-01-01', to: '2025-01-01'}),
      term('b', {from: '2025-01-01', role: 'chair'}),
    )
    expect(finding).toMatchObject({level: 'warning', path: ['roles', {_key: 'b'}]})
    expect(more).toEqual([])
  })

  test('twice without dates is a warning, because both are for ever', () => {
    expect(check(term('a'), term('b', {to: '2020-01-01'}))).toHaveLength(1)
  })

  test('for two terms, one after the other, gets no finding', () => {
    expect(check(term('a', {to: '2024-12-31'}), term('b', {from: '2025-01-01'}))).toEqual([])
  })

  test('and in another role, or another person in it, gets no finding', () => {
    expect(check(term('a'), term('b', {role: 'Liaison'}))).toEqual([])
    expect(check(term('a'), term('b', {person: refTo('josep')}))).toEqual([])
  })
})

test('a role without a person is an error of its field, so no rule repeats it', async () => {
  const roles = [{_key: 'a', _type: 'groupRole', role: 'Chair'}]
  expect(check(...roles, {...roles[0], _key: 'b'})).toEqual([])
  const document = {_id: 'it', _type: 'workingGroup', title: 'Docs', phase: 'active', roles}
  const {markers} = await datasetValidator([document])(document)
  expect(markers.filter(({path}) => path.at(-1) === 'person')).toMatchObject([{level: 'error'}])
})
