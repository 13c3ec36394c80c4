import {expect, test} from 'vitest'

import {sharedChannelRule} from '../../../schemas/rules/sharedChannelRule.ts'
import {findingsOf} from './findingsOf.ts'

const slack = (name: string, workspace = 'TODO') => ({
  _key: 's',
  kind: 'slack',
  workspace,
  name,
})
const list = (url: string) => ({_key: 'm', kind: 'mailingList', url})

const otherGroup = {
  _id: 'other-group',
  _type: 'workingGroup',
  title: 'Engagement',
  channels: [slack('#wg-engagement'), list('https://lists.example.org/g/wg')],
  links: [{_key: 'n', kind: 'notes', url: 'https://docs.example.org/notes'}],
}
const check = (fields: Record<string, unknown>) =>
  findingsOf(sharedChannelRule, {_type: 'workingGroup', ...fields}, {others: [otherGroup]})

test('the Slack channel, mailing list and notes of another group each get a warning', () => {
  expect(check({...otherGroup, _id: 'it'})).toMatchObject([
    {level: 'warning', path: ['channels', {_key: 's'}, 'name']},
    {level: 'warning', path: ['channels', {_key: 'm'}, 'url']},
    {level: 'warning', path: ['links', {_key: 'n'}, 'url']},
  ])
})

test('another spelling of the same link gets a warning', () => {
  const channels = [list('https://lists.example.org/g/WG/?utm_source=page#top')]
  expect(check({channels})).toHaveLength(1)
})

test('a channel with the same name in another workspace gets no warning', () => {
  expect(check({channels: [slack('#wg-engagement', 'CHAOSS')]})).toEqual([])
})

test('a draft is not compared with its published form', () => {
  expect(check({...otherGroup, _id: 'drafts.other-group'})).toEqual([])
})
