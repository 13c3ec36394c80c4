import {describe, expect, test} from 'vitest'

import {communityBreaksRule} from '../../../schemas/rules/communityBreaksRule.ts'
import {communityRegionsRule} from '../../../schemas/rules/communityRegionsRule.ts'
import {knownRegionsRule} from '../../../schemas/rules/knownRegionsRule.ts'
import {knownWorkspaceRule} from '../../../schemas/rules/knownWorkspaceRule.ts'
import {community, findingsOf} from './findingsOf.ts'

describe('a region of a series', () => {
  const check = (regions: unknown, others = [community]) =>
    findingsOf(knownRegionsRule, {_type: 'series', regions}, {others})

  test('that the community lists gets no finding', () => {
    expect(check(['APAC', 'AMER'])).toEqual([])
    expect(check(undefined)).toEqual([])
  })

  test('that it does not list is a warning that names the others', () => {
    const [finding] = check(['APAC', 'Oceania'])
    expect(finding).toMatchObject({level: 'warning', path: ['regions', 1]})
    expect(finding?.message).toContain('no region “Oceania”')
    expect(finding?.message).toContain('APAC, EMEA, AMER')
  })

  test('gets no finding in a community without regions, or without a document', () => {
    expect(check(['Oceania'], [{...community, regions: undefined}])).toEqual([])
    expect(check(['Oceania'], [])).toEqual([])
  })
})

describe('a workspace of a channel', () => {
  const check = (workspace: string, kind = 'slack') =>
    findingsOf(
      knownWorkspaceRule,
      {_type: 'workingGroup', channels: [{_key: 'c', kind, workspace, name: '#wg'}]},
      {others: [community]},
    )

  test('that the community lists gets no finding, in any case', () => {
    expect(check('TODO')).toEqual([])
    expect(check('todo')).toEqual([])
  })

  test('that it does not list is a warning, if it lists others of that kind', () => {
    expect(check('CNCF')).toMatchObject([
      {level: 'warning', path: ['channels', {_key: 'c'}, 'workspace']},
    ])
    expect(check('Libera', 'irc')).toEqual([])
  })
})

describe('a region of the community', () => {
  const check = (...regions: object[]) =>
    findingsOf(communityRegionsRule, {_id: 'community', _type: 'community', regions})

  test('with the short name of another one is an error, because series name it by that', () => {
    expect(check({_key: 'a', code: 'EMEA'}, {_key: 'b', code: 'EMEA'})).toMatchObject([
      {level: 'error', path: ['regions', {_key: 'b'}, 'code']},
    ])
    expect(check({_key: 'a', code: 'EMEA'}, {_key: 'b', code: 'APAC'})).toEqual([])
  })

  test('without any hour is a warning, and hours that end after midnight are right', () => {
    const hours = (from: string, to: string) => check({_key: 'a', code: 'EMEA', from, to})
    expect(hours('09:00', '09:00')).toMatchObject([
      {level: 'warning', path: ['regions', {_key: 'a'}, 'to']},
    ])
    expect(hours('20:00', '02:00')).toEqual([])
  })

  test('that is unfinished gets no finding', () => {
    expect(check({_key: 'a'}, {_key: 'b'})).toEqual([])
  })
})

test('a break of the community that ends before it begins is an error at its end', () => {
  const breaks = [
    {_key: 'a', from: '2025-12-22', to: '2025-01-02'},
    {_key: 'b', from: '2025-12-22', to: '2025-12-22'},
    {_key: 'c', from: '2025-12-22'},
  ]
  expect(findingsOf(communityBreaksRule, {_type: 'community', breaks})).toMatchObject([
    {level: 'error', path: ['breaks', {_key: 'a'}, 'to']},
  ])
})

describe('two regions', () => {
  const findings = (...regions: object[]) => findingsOf(communityRegionsRule, {regions})

  test('with short names that differ only in case are an error, because readers confuse them', () => {
    const [finding, ...others] = findings({_key: 'a', code: 'EMEA'}, {_key: 'b', code: 'emea '})
    expect(others).toEqual([])
    expect(finding).toMatchObject({level: 'error', path: ['regions', {_key: 'b'}, 'code']})
    expect(finding?.message).toContain('EMEA')
  })

  test('with one name are a warning at the second, because visitors read the name', () => {
    const regions = [
      {_key: 'a', code: 'AMER', title: 'Americas'},
      {_key: 'b', code: 'LATAM', title: 'americas'},
    ]
    expect(findings(...regions)).toMatchObject([
      {level: 'warning', path: ['regions', {_key: 'b'}, 'title']},
    ])
    expect(findings({code: 'AMER'}, {code: 'LATAM'})).toEqual([])
  })
})
