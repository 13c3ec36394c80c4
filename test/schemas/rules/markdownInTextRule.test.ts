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

test.each([
  'See [the notes] (https://example.org)',
  'See [the notes](https://example.org "Notes")',
  'See [the notes](../notes/2026.md)',
  'See [the notes][1]',
  'See <a href="https://example.org">the notes</a>',
  'See [the notes]( )',
])('“%s” gets a warning in each wording', (summary) => {
  expect(findingsOf(markdownInTextRule, {summary})).toHaveLength(1)
})

test.each([
  'A [draft] (not final)',
  'A [draft] (2026)',
  'An array [1] [2]',
  'See a < b and c > d',
  'f(x) [y] of z',
])('“%s” gets no warning', (summary) => {
  expect(findingsOf(markdownInTextRule, {summary})).toEqual([])
})
