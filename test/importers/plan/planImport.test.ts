import {describe, expect, test} from 'vitest'

import {planImport, type ImportPlan, type SourceReader} from '../../../importers/plan/index.ts'

/** Reads files that are a list of documents in JSON, to test the merging alone. */
const json: SourceReader = {
  name: 'a list of documents',
  accepts: ({path}) => path.endsWith('.json'),
  read: ({path, text}): ImportPlan => {
    const documents: {_id: string; _type: string}[] = JSON.parse(text)
    const planned = documents.map((document, index) => ({
      document,
      places: [{file: path, line: index + 1}],
    }))
    return {documents: planned, findings: [], leftovers: []}
  },
}

function file(path: string, documents: object[], changedOn?: string) {
  return {path, text: JSON.stringify(documents), ...(changedOn !== undefined && {changedOn})}
}

const plan = (...files: {path: string; text: string}[]) =>
  planImport(files, {readers: [json], asOf: '2026-03-01'})

const group = {_id: 'workingGroup-docs', _type: 'workingGroup', title: 'Docs'}
const person = (id: string) => ({_id: id, _type: 'guest', name: 'Ada Byron'})
const role = (key: string, id: string) => ({
  _key: key,
  _type: 'groupRole',
  role: 'Chair',
  person: {_type: 'reference', _ref: id},
})

describe('planImport', () => {
  test('plans a document of two files once, with each line that it was read from', () => {
    const {documents, findings} = plan(
      file('a.json', [{...group, phase: 'active'}]),
      file('b.json', [{...group, description: 'Words'}]),
    )
    expect(documents).toEqual([
      {
        document: {...group, phase: 'active', description: 'Words'},
        places: [
          {file: 'a.json', line: 1},
          {file: 'b.json', line: 1},
        ],
      },
    ])
    expect(findings).toEqual([])
  })

  test('uses the newest word, dates it, and offers the other one', () => {
    const {documents, findings} = plan(
      file('old.json', [{...group, phase: 'active'}], '2024-05-01'),
      file('new.json', [{...group, phase: 'archived'}], '2026-01-15'),
    )
    expect(documents[0]).toMatchObject({document: {phase: 'archived'}, changedOn: '2026-01-15'})
    expect(findings).toMatchObject([
      {
        code: 'sources-differ',
        kind: 'verify',
        place: {file: 'new.json'},
        document: 'workingGroup-docs',
        choices: [{set: {phase: 'archived'}}, {set: {phase: 'active'}}],
      },
    ])
    expect(findings[0]?.message).toContain('old.json of 2024-05-01')
  })

  test('joins channels of two files, and reports two of one kind', () => {
    const channel = (name: string) => ({_key: 'slack-0', _type: 'channel', kind: 'slack', name})
    const {documents, findings} = plan(
      file('a.json', [{...group, channels: [channel('#docs')]}]),
      file('b.json', [{...group, channels: [channel('#wg-docs')]}]),
    )
    expect(documents[0]?.document['channels']).toMatchObject([{name: '#docs'}, {name: '#wg-docs'}])
    const keys = new Set(
      Object(documents[0]?.document['channels']).map(({_key}: {_key: string}) => _key),
    )
    expect(keys.size).toBe(2)
    expect(findings.map(({code}) => code)).toEqual(['sources-differ'])
  })

  test('plans a person of one name once, although two files give other ids', () => {
    const {documents} = plan(
      file('a.json', [person('guest-ada-byron')]),
      file('b.json', [
        person('guest-github-ada'),
        {...group, roles: [role('chair', 'guest-github-ada')]},
      ]),
    )
    expect(documents.map(({document}) => document._id)).toEqual([
      'guest-ada-byron',
      'workingGroup-docs',
    ])
    expect(documents[1]?.document['roles']).toMatchObject([{person: {_ref: 'guest-ada-byron'}}])
  })

  test('leaves out a reference to a document that no file describes, and asks', () => {
    const parent = {_type: 'reference', _ref: 'workingGroup-mountain'}
    const {documents, findings} = plan(
      file('a.json', [{...group, parent, roles: [role('chair', 'guest-nobody')]}]),
    )
    expect(documents[0]?.document).toEqual(group)
    expect(findings).toMatchObject([
      {code: 'not-in-sources', kind: 'ask', document: 'workingGroup-docs'},
      {code: 'not-in-sources', message: expect.stringContaining('guest-nobody')},
    ])
  })

  test('a question that another file answers has to be verified only', () => {
    const asking: SourceReader = {
      name: 'a question',
      accepts: ({path}) => path === 'ask.txt',
      read: ({path}) => ({
        documents: [],
        leftovers: [],
        findings: [
          {
            code: 'which-audience',
            kind: 'ask',
            place: {file: path, line: 1},
            message: 'Who may come?',
            document: group._id,
            choices: [
              {label: 'Everyone', set: {audience: 'everyone'}},
              {label: 'Members', set: {audience: 'members'}},
            ],
          },
        ],
      }),
    }
    const answer = file('a.json', [{...group, audience: 'members'}])
    const options = {readers: [json, asking], asOf: '2026-03-01'}
    const question = {path: 'ask.txt', text: ''}
    expect(planImport([answer, question], options).findings).toMatchObject([{kind: 'verify'}])
    expect(planImport([question], options).findings).toMatchObject([{kind: 'ask'}])
    const other = file('a.json', [{...group, audience: 'friends'}])
    expect(planImport([other, question], options).findings).toMatchObject([{kind: 'ask'}])
  })

  test('a file that no reader accepts, or that a reader fails on, is a leftover', () => {
    const {leftovers} = plan({path: 'notes.txt', text: 'Words'}, {path: 'broken.json', text: '['})
    expect(leftovers).toMatchObject([
      {place: {file: 'broken.json'}, reason: expect.stringContaining('could not be read')},
      {place: {file: 'notes.txt'}, text: 'Words'},
    ])
  })

  const talk = (title: string, start?: string) => ({
    _id: 'touchpoint-2026-02-12',
    _type: 'touchpoint',
    title,
    ...(start !== undefined && {schedule: {_type: 'schedule', start}}),
  })

  test('a session page and a row of an agenda are one session', () => {
    const {documents} = plan(
      file('agenda.json', [talk('Sharing tide tables')]),
      file('sessions/7.json', [talk('Tide tables', '2026-02-12T10:00:00Z')]),
    )
    expect(documents).toHaveLength(1)
    expect(documents[0]?.document['schedule']).toBeDefined()
  })

  test('two talks on one day in two files are two sessions, each with its recording', () => {
    const recording = {
      _id: 'recording-2026-02-12',
      _type: 'recording',
      touchpoint: {_type: 'reference', _ref: 'touchpoint-2026-02-12'},
    }
    const {documents, findings} = plan(
      file('a.json', [talk('Bees', '2026-02-12T10:00:00Z')]),
      file('b.json', [talk('Wind', '2026-02-12T17:00:00Z'), recording]),
    )
    expect(documents.map(({document}) => document._id)).toEqual([
      'touchpoint-2026-02-12',
      'touchpoint-2026-02-12-2',
      'recording-2026-02-12-2',
    ])
    expect(documents[2]?.document['touchpoint']).toMatchObject({_ref: 'touchpoint-2026-02-12-2'})
    expect(findings).toMatchObject([{code: 'which-document', kind: 'verify'}])
  })

  test('the order of the files changes nothing', () => {
    const files = [
      file('b.json', [{...group, phase: 'active'}]),
      file('a.json', [{...group, phase: 'archived'}]),
    ]
    expect(plan(...files)).toEqual(plan(...files.toReversed()))
  })
})
