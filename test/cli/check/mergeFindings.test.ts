import {describe, expect, test} from 'vitest'

import type {FormatFinding} from '../../../cli/check/checkFormats.ts'
import {emptyItems} from '../../../cli/check/emptyItems.ts'
import {mergeFindings} from '../../../cli/check/mergeFindings.ts'
import type {ReportedFinding} from '../../../cli/check/reportFindings.ts'
import {titlesOf, unpublishedText} from '../../../cli/check/unpublishedText.ts'

const format = (
  message: string,
  isGeneral: boolean,
  path = ['cadence', 'slots'],
): FormatFinding => ({
  documentId: 's',
  documentType: 'series',
  code: 'format',
  level: 'error',
  path,
  message,
  isGeneral,
})
const rule = (level: ReportedFinding['level'], path: ReportedFinding['path']): ReportedFinding => ({
  documentId: 's',
  documentType: 'series',
  code: 'invalid-cadence',
  level,
  path,
  message: 'Add when the series meets.',
})
const messages = (findings: ReportedFinding[]) => findings.map(({message}) => message)

describe('one problem has one message', () => {
  test('the one of the rule, which says what to do', () => {
    const findings = mergeFindings(
      [format('Must have at least 1 items', true)],
      [rule('error', ['cadence', 'slots'])],
    )
    expect(messages(findings)).toEqual(['Add when the series meets.'])
    expect(findings[0]).not.toHaveProperty('isGeneral')
  })

  test('the one of the format, instead of Sanity’s own', () => {
    const own = format('Expected a complete link that starts with https://.', false)
    expect(messages(mergeFindings([format('Not a valid URL', true), own], []))).toEqual([
      own.message,
    ])
  })

  test('once, where format and rule say the same', () => {
    const twice = [rule('error', ['cadence', 'slots'])]
    expect(mergeFindings([format('Add when the series meets.', false)], twice)).toHaveLength(1)
  })

  test('and a general one stays where only a warning, or another field, has a message', () => {
    const required = format('Required', true)
    expect(mergeFindings([required], [rule('warning', ['cadence', 'slots'])])).toHaveLength(2)
    expect(mergeFindings([required], [rule('error', ['cadence'])])).toHaveLength(2)
    const other = {...rule('error', ['cadence', 'slots']), documentId: 't'}
    expect(mergeFindings([required], [other])).toHaveLength(2)
  })

  test('and two problems of one field keep both messages', () => {
    const taken = format('Slug is already in use', false)
    expect(mergeFindings([taken], [rule('error', ['cadence', 'slots'])])).toHaveLength(2)
  })
})

test('items without a value are found at any depth', () => {
  const document = {links: [null, {tags: ['a', undefined]}], cadence: {slots: [[null]]}}
  expect(emptyItems(document)).toEqual([
    ['links', 0],
    ['links', 1, 'tags', 1],
    ['cadence', 'slots', 0, 0],
  ])
})

describe('a reference to a document that is not published', () => {
  const session = {
    _id: 't',
    _type: 'touchpoint',
    series: {_ref: 'weekly'},
    guests: [{_key: 'a'}, {_key: 'b', guest: {_ref: 'ana'}}],
  }
  const titleOf = titlesOf([
    {_id: 'drafts.weekly', _type: 'series', title: 'Community call'},
    {_id: 'untitled', _type: 'series'},
  ])

  test('is named by its title and its id', () => {
    expect(unpublishedText(session, ['series'], titleOf)).toBe(
      '“Community call” (weekly) is not published. Publish it first, or select another one.',
    )
  })

  test('is named by its id where no such document exists', () => {
    expect(unpublishedText(session, ['guests', {_key: 'b'}, 'guest'], titleOf)).toBe(
      'There is no published document with the id “ana”. Publish it first, or select another one.',
    )
    expect(unpublishedText(session, ['guests', 1, 'guest'], titleOf)).toContain('“ana”')
  })

  test('has a sentence also where the reference is malformed', () => {
    expect(unpublishedText(session, ['guests', {_key: 'x'}], titleOf)).toMatch(/not published/)
  })
})
