import {expect, test} from 'vitest'

import {countInTextRule} from '../../../schemas/rules/countInTextRule.ts'
import {findingsOf} from './findingsOf.ts'

const check = (text: string) => findingsOf(countInTextRule, {conductNote: text})

test.each([
  'There are currently three (3) active working groups',
  'All 7 working groups are open',
  'We keep four public calendars',
])('“%s” gets a warning, because the count changes with a list', (text) => {
  expect(check(text)).toMatchObject([{level: 'warning', path: ['conductNote']}])
})

test.each([
  'Join one of our working groups',
  'Talks take 15 minutes',
  'Since 2023 recordings exist',
])('“%s” gets no warning, because the page does not list what it counts', (text) => {
  expect(check(text)).toEqual([])
})

test('the community’s own words are counted too, with any letters and signs', () => {
  const inCommunity = (plural: string, text: string) => {
    const vocabulary = {group: {singular: 'x', plural}}
    const others = [{_id: 'community', _type: 'community', vocabulary}]
    return findingsOf(countInTextRule, {conductNote: text}, {others})
  }
  expect(inCommunity('SIGs', 'Our 12 active SIGs')).toHaveLength(1)
  expect(inCommunity('équipes', 'We have 3 équipes')).toHaveLength(1)
  expect(inCommunity('SIGs (open)', 'We have 3 SIGs (open) now')).toHaveLength(1)
  expect(inCommunity('a.b', 'We have 3 axb')).toEqual([])
  expect(inCommunity('SIGs', 'We have 3 SIGsandmore')).toEqual([])
  expect(check('Our 12 active SIGs')).toEqual([])
})

test.each([
  'We have a dozen recordings',
  'More than 5+ working groups',
  'Hay tres grupos de trabajo activos',
  'Nous avons deux groupes de travail',
  'Es gibt fünf Arbeitsgruppen',
])('“%s” gets a warning in each wording and language', (conductNote) => {
  expect(findingsOf(countInTextRule, {_type: 'meetingsPage', conductNote})).toHaveLength(1)
})

test.each(['One of our working groups', 'Version 2 of the series', 'Seit drei Jahren'])(
  '“%s” gets no warning',
  (conductNote) => {
    expect(findingsOf(countInTextRule, {_type: 'meetingsPage', conductNote})).toEqual([])
  },
)
