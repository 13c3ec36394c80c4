import {expect, test} from 'vitest'

import {markdownInTextRule} from '../../../schemas/rules/markdownInTextRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a Markdown link without a target gets a warning', () => {
  const [finding] = findingsOf(markdownInTextRule, {summary: 'Notes: [TBA]()'})
  expect(finding).toMatchObject({level: 'warning', path: ['summary']})
  expect(finding?.message).toContain('a link without a target')
})

test('a Markdown link with a target gets a warning, because the page would show its brackets', () => {
  expect(findingsOf(markdownInTextRule, {summary: 'See [notes](./Jul-03.md)'})).toHaveLength(1)
})

test('brackets that are not a link get no warning', () => {
  expect(findingsOf(markdownInTextRule, {summary: 'SBOMs [draft] (part 2)'})).toEqual([])
})
