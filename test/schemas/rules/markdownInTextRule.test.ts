import {expect, test} from 'vitest'

import {markdownInTextRule} from '../../../schemas/rules/markdownInTextRule.ts'
import {found} from './found.ts'

test('an empty Markdown link is warned about: it leads nowhere', () => {
  const [finding] = found(markdownInTextRule, {summary: 'Notes: [TBA]()'})
  expect(finding).toMatchObject({level: 'warning', path: ['summary']})
  expect(finding?.message).toContain('a link to nowhere')
})

test('a whole one would be shown with its brackets', () => {
  expect(found(markdownInTextRule, {summary: 'See [notes](./Jul-03.md)'})).toHaveLength(1)
})

test('brackets by themselves are only brackets', () => {
  expect(found(markdownInTextRule, {summary: 'SBOMs [draft] (part 2)'})).toEqual([])
})
