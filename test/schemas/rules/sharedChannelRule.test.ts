import {expect, test} from 'vitest'

import {sharedChannelRule} from '../../../schemas/rules/sharedChannelRule.ts'
import type {StoredDocument} from '../../support/readContent.ts'
import {findingsOf} from './findingsOf.ts'

const slack = (name: string, workspace = 'TODO') => ({_key: 's', kind: 'slack', workspace, name})
const list = (url: string) => ({_key: 'm', kind: 'mailingList', url})
const notes = (url: string) => ({_key: 'n', kind: 'notes', url})

const otherGroup = {
  _id: 'other-group',
  _type: 'workingGroup',
  title: 'Engagement',
  channels: [slack('#wg-engagement'), list('https://lists.example.org/g/wg')],
  links: [notes('https://docs.example.org/notes')],
}
const check = (fields: Record<string, unknown>, others: readonly StoredDocument[] = [otherGroup]) =>
  findingsOf(sharedChannelRule, {_type: 'workingGroup', ...fields}, {others})

test('the channel, mailing list and notes of another group each get a warning', () => {
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

test('lists of one site with their names in the fragment are different lists', () => {
  const group = (name: string) => ({
    ...otherGroup,
    _id: name,
    channels: [list(`https://groups.google.com/forum/#!forum/${name}`)],
    links: [],
  })
  const others = ['wg-batch', 'wg-device', 'wg-lts'].map(group)
  expect(check(group('wg-policy'), others)).toEqual([])
  expect(check({...group('WG-Batch'), _id: 'it'}, others)).toHaveLength(1)
})

test('a channel with the same name in another workspace gets no warning', () => {
  expect(check({channels: [slack('#wg-engagement', 'CHAOSS')]})).toEqual([])
})

test.each(['discord', 'zulip', 'matrix', 'irc'])(
  'the same channel in one %s workspace gets a warning, and none without a workspace',
  (kind) => {
    const channel = (workspace?: string) => ({_key: 'c', kind, workspace, name: '#general'})
    const other = (workspace?: string) => ({...otherGroup, channels: [channel(workspace)]})
    expect(check({channels: [channel('Reef')]}, [other('reef')])).toHaveLength(1)
    expect(check({channels: [channel()]}, [other()])).toEqual([])
  },
)

test('an invitation to the workspace, which all groups share, gets no warning', () => {
  const channels = [{_key: 'd', kind: 'discord', url: 'https://discord.example.org/invite'}]
  expect(check({channels}, [{...otherGroup, channels}])).toEqual([])
})

test('the address of a mailing list is compared where there is no link', () => {
  const address = (name: string) => ({channels: [{_key: 'm', kind: 'mailingList', name}]})
  const others = [{...otherGroup, ...address('wg@lists.example.org')}]
  expect(check(address('WG@lists.example.org'), others)).toHaveLength(1)
  expect(check(address('WG list'), [{...otherGroup, ...address('WG list')}])).toEqual([])
})

test('a link that one group has for another purpose gets no warning', () => {
  const links = [{_key: 'r', kind: 'repository', url: 'https://docs.example.org/notes'}]
  expect(check({links})).toEqual([])
})

test('a group and its parent may share a list, but not two groups of one parent', () => {
  const {channels} = otherGroup
  const parent = {_type: 'reference', _ref: 'other-group'}
  expect(check({channels, parent})).toEqual([])
  const own = {channels, _id: 'it'}
  expect(check(own, [{...otherGroup, parent: {...parent, _ref: 'it'}}])).toEqual([])
  expect(check({channels, parent}, [{...otherGroup, _id: 'sibling', parent}])).toHaveLength(2)
})

test('groups that work in one repository may share a list', () => {
  const {channels} = otherGroup
  const repository = (url: string) => [{_key: 'r', kind: 'repository', url}]
  const others = [{...otherGroup, links: repository('https://git.example.org/reef')}]
  expect(check({channels, links: repository('https://git.example.org/reef/')}, others)).toEqual([])
  expect(check({channels, links: repository('https://git.example.org/x')}, others)).toHaveLength(2)
})

test('a draft is not compared with its published form', () => {
  expect(check({...otherGroup, _id: 'drafts.other-group'})).toEqual([])
})
