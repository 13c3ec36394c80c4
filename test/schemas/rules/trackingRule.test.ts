import {expect, test} from 'vitest'

import {trackingRule} from '../../../schemas/rules/trackingRule.ts'
import {findingsOf} from './findingsOf.ts'

test('a link that identifies who shared it gets a warning with the clean link', () => {
  const links = {notes: 'https://docs.google.com/document/d/1/edit?usp=sharing'}
  const [finding] = findingsOf(trackingRule, {links})
  expect(finding).toMatchObject({level: 'warning', path: ['links', 'notes']})
  expect(finding?.message).toContain('Use https://docs.google.com/document/d/1/edit')
})

test('links in rich text are checked', () => {
  const markDefs = [{_key: 'm', href: 'https://example.org/?utm_source=mail'}]
  expect(
    findingsOf(trackingRule, {introduction: [{_type: 'block', _key: 'b', markDefs}]}),
  ).toMatchObject([{path: ['introduction', {_key: 'b'}, 'markDefs', {_key: 'm'}, 'href']}])
})

test('parameters that affect the content of a link get no warning', () => {
  const links = {join: 'https://meet.example.org/?room=2', notes: 'https://example.org/?si=unit'}
  expect(findingsOf(trackingRule, {links})).toEqual([])
})
