import {describe, expect, test} from 'vitest'

import {joinDetailsRule} from '../../../schemas/rules/joinDetailsRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const members = {audience: 'members'}
const everyone = {audience: 'everyone'}

describe('a members’ session', () => {
  test.each([
    ['summary', 'Join us: https://zoom.us/j/81234567890', 'a join link'],
    ['summary', 'https://zoom.us/j/81234567890', 'a join link'],
    ['title', 'Board, passcode: 1234', 'a passcode'],
    ['cancelReason', 'Moved. Meeting ID: 812 3456 7890', 'a meeting id'],
    ['edition', 'Spring. Dial in: +1 669 900 6833', 'a number to dial in'],
  ])('gets a warning when its %s is “%s”', (field, text, name) => {
    const [finding, ...others] = findingsOf(joinDetailsRule, {...members, [field]: text})
    expect(finding).toMatchObject({level: 'warning', path: [field]})
    expect(finding?.message).toContain(name)
    expect(others).toEqual([])
  })

  test('gets a warning at the item of a list', () => {
    const agenda = [{_key: 'a', title: 'Welcome, PIN 1234'}]
    expect(findingsOf(joinDetailsRule, {...members, agenda})).toMatchObject([
      {path: ['agenda', {_key: 'a'}, 'title']},
    ])
    expect(
      findingsOf(joinDetailsRule, {...members, topics: ['https://zoom.us/j/1']}),
    ).toMatchObject([{path: ['topics', 0]}])
  })

  test('gets a warning when a text repeats its own link to a host that nobody knows', () => {
    const join = 'https://rooms.example/board'
    const fields = {...members, summary: `Join us: ${join}`, links: {join}}
    expect(findingsOf(joinDetailsRule, fields)).toMatchObject([{path: ['summary']}])
  })

  test('gets none for its link fields and for other texts', () => {
    const fields = {
      ...members,
      title: 'Board',
      summary: 'Pass the word on. See https://example.org/agenda',
      links: {join: 'https://zoom.us/j/81234567890', rsvp: 'https://zoom.us/meeting/register/a'},
    }
    expect(findingsOf(joinDetailsRule, fields)).toEqual([])
  })
})

test.each([
  'Use “hunter” as the passcode.',
  'A passcode is required.',
  'Login: guest / hunter',
  '暗証番号 1234',
])('a members’ text is named when visitors get it without a sentence: %s', (text) => {
  const fields = {title: 'Board', summary: text, goals: [text], agenda: [{_key: 'a', title: text}]}
  expect(findingsOf(joinDetailsRule, {...members, ...fields})).toMatchObject([
    {path: ['summary'], message: expect.stringContaining('passcode')},
    {path: ['goals', 0]},
    {path: ['agenda', {_key: 'a'}, 'title']},
  ])
})

test('a text for everyone that only mentions a passcode gets none', () => {
  const summary = 'A passcode is required, and “hunter” is the passcode.'
  expect(findingsOf(joinDetailsRule, {...everyone, summary})).toEqual([])
})

test('a group with a series for members and the recording of a members’ session get the warning too', () => {
  const text = 'Plans, passcode: 1234'
  const group = {_type: 'workingGroup', description: text}
  const ofGroup = (id: string) => [{_id: 's', _type: 'series', group: refTo(id), ...members}]
  expect(findingsOf(joinDetailsRule, group, {others: ofGroup('it')})).toMatchObject([
    {level: 'warning'},
  ])
  expect(findingsOf(joinDetailsRule, group, {others: ofGroup('another')})).toMatchObject([
    {level: 'info'},
  ])
  const recording = {_type: 'recording', touchpoint: refTo('t'), title: text}
  const session = (fields: object) => [{_id: 't', _type: 'touchpoint', ...fields}]
  expect(findingsOf(joinDetailsRule, recording, {others: session(members)})).toMatchObject([
    {level: 'warning', path: ['title']},
  ])
  expect(findingsOf(joinDetailsRule, recording, {others: session(everyone)})).toEqual([])
})

test('a session for everyone gets an info, because its link has a field of its own', () => {
  const summary = 'Join us: https://zoom.us/j/81234567890'
  expect(findingsOf(joinDetailsRule, {...everyone, summary})).toMatchObject([
    {level: 'info', path: ['summary']},
  ])
})
