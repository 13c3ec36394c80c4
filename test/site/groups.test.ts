import {describe, expect, test} from 'vitest'

import {groupPeople} from '../../site/src/groups/groupPeople.ts'
import {type GroupNode, groupTree} from '../../site/src/groups/groupTree.ts'
import {termText} from '../../site/src/groups/termText.ts'
import {channelName, linkName} from '../../site/src/meetings/names.ts'
import type {Guest} from '../../loaders/index.ts'
import {ownUrl} from '../../calendar/links/index.ts'
import {wordsIn} from '../../words/index.ts'
import {group, groupReference} from './fakes.ts'

const titlesOf = (nodes: readonly GroupNode[]): unknown[] =>
  nodes.map(({group, children}) =>
    children.length > 0 ? [group.title, titlesOf(children)] : group.title,
  )

describe('the groups of a page', () => {
  test('are arranged by kind, each below its parent, also when that is of another kind', () => {
    const {kinds} = groupTree(
      [
        group('Docs', {kind: 'SIG'}),
        group('Website', {kind: 'project', parent: groupReference('Docs')}),
        group('Council', {kind: 'committee'}),
        group('Film'),
      ],
      'en',
    )
    expect(kinds.map(({kind, nodes}) => [kind, titlesOf(nodes)])).toEqual([
      ['committee', ['Council']],
      ['SIG', [['Docs', ['Website']]]],
      [null, ['Film']],
    ])
  })

  test('have the most active first, then by the alphabet of the page', () => {
    const {kinds} = groupTree(
      [group('Zebra'), group('Äpfel'), group('Bank', {phase: 'forming'}), group('Birne')],
      'de',
    )
    expect(titlesOf(kinds[0]?.nodes ?? [])).toEqual(['Äpfel', 'Birne', 'Zebra', 'Bank'])
  })

  test('are each shown once when their parents make a circle', () => {
    const {kinds} = groupTree(
      [
        group('a', {parent: groupReference('b')}),
        group('b', {parent: groupReference('c')}),
        group('c', {parent: groupReference('a')}),
        group('self', {parent: groupReference('self')}),
      ],
      'en',
    )
    const shown = JSON.stringify(titlesOf(kinds.flatMap(({nodes}) => nodes)))
    expect(shown).toBe('[["c",[["b",["a"]]]],"self"]')
  })

  test('are shown although the group above is archived or gone, and archived ones are apart', () => {
    const {kinds, archived, counts} = groupTree(
      [
        group('old', {phase: 'archived'}),
        group('a', {parent: groupReference('old')}),
        group('b', {parent: groupReference('missing')}),
      ],
      'en',
    )
    expect(titlesOf(kinds.flatMap(({nodes}) => nodes))).toEqual(['a', 'b'])
    expect(archived.map(({title}) => title)).toEqual(['old'])
    expect(counts).toEqual([
      {phase: 'active', count: 2},
      {phase: 'archived', count: 1},
    ])
  })
})

const person = (name: string): Guest => ({
  _id: name,
  _type: 'guest',
  updatedAt: '2026-01-01T00:00:00Z',
  name,
  slug: name,
  role: null,
  organization: null,
  kind: null,
  bio: null,
  photo: null,
  links: [],
})
const role = (
  role: string,
  name: string,
  from: string | null = null,
  to: string | null = null,
) => ({
  role,
  person: person(name),
  organization: null,
  from,
  to,
  note: null,
})

test('people have a role until the last day of their term, and former ones are apart', () => {
  const {current, former} = groupPeople(
    {
      roles: [
        role('Chair', 'Ada', '2026-01-01', '2026-11-26'),
        role('Chair', 'Bo', '2024-01-01', '2025-12-31'),
        role('Lead', 'Cy'),
        role('Chair', 'Di', '2027-01-01'),
        role('Lead', 'Ed', null, '2026-06-30'),
      ],
    },
    '2026-11-26',
  )
  const names = current.map(({role, people}) => [role, people.map((each) => each.person.name)])
  expect(names).toEqual([
    ['Chair', ['Ada', 'Di']],
    ['Lead', ['Cy']],
  ])
  expect(former.map((each) => each.person.name)).toEqual(['Ed', 'Bo'])
})

test.each([
  ['2025-03-01', '2026-02-28', '1 March 2025 to 28 February 2026'],
  ['2025-03-01', null, 'since 1 March 2025'],
  [null, '2026-02-28', 'until 28 February 2026'],
  [null, null, undefined],
])('a term from %s to %s is written as %s', (from, to, text) => {
  expect(termText({from, to}, wordsIn('en'))).toBe(text)
})

test('a channel and a link without a text have the name of their kind in the language', () => {
  const url = ownUrl('https://example.org/')
  const mail = {kind: 'mailingList', workspace: null, name: null, title: null, url} as const
  expect(channelName(mail, wordsIn('de'))).toBe(wordsIn('de').say('names.channelKind.mailingList'))
  expect(channelName({...mail, name: '#docs', title: 'Chat'}, wordsIn('de'))).toBe('#docs')
  expect(linkName({kind: 'charter', title: null, url}, wordsIn('es'))).toBe(
    wordsIn('es').say('names.linkKind.charter'),
  )
})
