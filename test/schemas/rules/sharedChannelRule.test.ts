import {expect, test} from 'vitest'

import {sharedChannelRule} from '../../../schemas/rules/sharedChannelRule.ts'
import {found} from './found.ts'

const slack = (channel: string, workspace = 'TODO') => ({
  _key: 's',
  kind: 'slack',
  workspace,
  channel,
})
const list = (url: string) => ({_key: 'm', kind: 'mailingList', url})

const neighbour = {
  _id: 'neighbour',
  _type: 'workingGroup',
  title: 'Engagement',
  channels: [slack('#wg-engagement'), list('https://lists.example.org/g/wg')],
  notesArchive: 'https://docs.example.org/notes',
}
const shared = (fields: Record<string, unknown>) =>
  found(sharedChannelRule, {_type: 'workingGroup', ...fields}, {others: [neighbour]})

test('the neighbour’s Slack channel, mailing list and notes are each warned about', () => {
  expect(shared({...neighbour, _id: 'it'})).toMatchObject([
    {level: 'warning', path: ['channels', {_key: 's'}, 'channel']},
    {level: 'warning', path: ['channels', {_key: 'm'}, 'url']},
    {level: 'warning', path: ['notesArchive']},
  ])
})

test('another spelling of the same link is the same link', () => {
  const channels = [list('https://lists.example.org/g/WG/?utm_source=page#top')]
  expect(shared({channels})).toHaveLength(1)
})

test('a channel of the same name in another workspace is another channel', () => {
  expect(shared({channels: [slack('#wg-engagement', 'CHAOSS')]})).toEqual([])
})

test('a group shares its channels with its own published form', () => {
  expect(shared({...neighbour, _id: 'drafts.neighbour'})).toEqual([])
})
