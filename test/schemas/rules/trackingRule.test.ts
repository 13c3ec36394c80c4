import {expect, test} from 'vitest'

import {trackingRule} from '../../../schemas/rules/trackingRule.ts'
import {found} from './found.ts'

test('a link that tells who shared it is warned about, with the clean one', () => {
  const links = {notes: 'https://docs.google.com/document/d/1/edit?usp=sharing'}
  const [finding] = found(trackingRule, {links})
  expect(finding).toMatchObject({level: 'warning', path: ['links', 'notes']})
  expect(finding?.message).toContain('use https://docs.google.com/document/d/1/edit')
})

test('links inside rich text are seen as well', () => {
  const markDefs = [{_key: 'm', href: 'https://example.org/?utm_source=mail'}]
  expect(
    found(trackingRule, {introduction: [{_type: 'block', _key: 'b', markDefs}]}),
  ).toMatchObject([{path: ['introduction', {_key: 'b'}, 'markDefs', {_key: 'm'}, 'href']}])
})

test('parameters that say what a link shows stay', () => {
  const links = {join: 'https://meet.example.org/?room=2', notes: 'https://example.org/?si=unit'}
  expect(found(trackingRule, {links})).toEqual([])
})
