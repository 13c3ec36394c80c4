import {expect, test} from 'vitest'

import {markdownReader} from '../../../importers/markdown/index.ts'
import {planImport} from '../../../importers/plan/index.ts'

function planOf(...pages: string[]) {
  const files = pages.map((text, index) => ({path: `talks/${index}.md`, text}))
  return planImport(files, {readers: [markdownReader], asOf: '2026-01-01'})
}

function sessionsOf(...pages: string[]) {
  return planOf(...pages)
    .documents.map(({document}) => document)
    .filter(({_type}) => _type === 'touchpoint')
}

const talk = (title: string, time: string, guest = '') =>
  `# ${title}\n\n- Date: 2026-02-12\n- Time: ${time}\n- Guests: ${guest || 'Ann Bay'}\n`

test('two talks of one day that share a word are two sessions, each with its own guest and its own question', () => {
  const {findings} = planOf(
    talk('Kelp part 1', '11:00 IST', 'Sol Reed'),
    talk('Kelp part 2', '19:00 UTC', 'Ann Bay'),
  )
  const sessions = sessionsOf(
    talk('Kelp part 1', '11:00 IST', 'Sol Reed'),
    talk('Kelp part 2', '19:00 UTC', 'Ann Bay'),
  )
  expect(sessions.map(({title, guests}) => ({title, guests}))).toMatchObject([
    {title: 'Kelp part 1', guests: [{guest: {_ref: 'guest-sol-reed'}}]},
    {title: 'Kelp part 2', guests: [{guest: {_ref: 'guest-ann-bay'}}]},
  ])
  expect(sessions[0]?.['schedule']).toBeUndefined()
  const question = findings.find(({code, kind}) => code === 'which-zone' && kind === 'ask')
  expect(question).toMatchObject({document: sessions[0]?._id})
})

test('an hour that no meaning of the zone gives is another session, and one that a meaning gives is the same', () => {
  const open = talk('Kelp', '11:00 IST')
  expect(sessionsOf(open, talk('Kelp', '19:00 UTC'))).toHaveLength(2)
  expect(sessionsOf(open, talk('Kelp', '05:30 UTC'))).toMatchObject([
    {schedule: {start: '2026-02-12T05:30:00Z'}},
  ])
})

test.each([
  [1, 'Kelp', 'All about kelp', 'the title is contained'],
  [1, 'Kelp', 'Weeds of the sea', 'the guest is the same'],
])('%s session: “%s” and “%s” at one hour, because %s', (count, first, second) => {
  expect(sessionsOf(talk(first, '10:00 UTC'), talk(second, '10:00 UTC'))).toHaveLength(count)
})

test('twelve talks on one day in twelve files are twelve sessions', () => {
  const pages = Array.from({length: 12}, (_, index) =>
    talk(`Sharing data, talk ${index + 1}`, `${index + 8}:00 UTC`, `Person Number${index}`),
  )
  expect(sessionsOf(...pages)).toHaveLength(12)
})

test('a page about the second talk of a day finds the second row of the agenda', () => {
  const agenda =
    '| Date | Time | Topic |\n|-|-|-|\n| 2026-02-12 | 10:00 UTC | Bees |\n| 2026-02-12 | 17:00 UTC | Wind |\n'
  const sessions = sessionsOf(agenda, talk('Wind', '17:00 UTC', 'Ann Bay'))
  expect(sessions.map(({title, guests}) => [title, guests !== undefined])).toEqual([
    ['Bees', false],
    ['Wind', true],
  ])
})
