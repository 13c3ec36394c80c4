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
            choices: [{label: 'Everyone', set: {audience: 'everyone'}}],
          },
        ],
      }),
    }
    const answer = file('a.json', [{...group, audience: 'members'}])
    const options = {readers: [json, asking], asOf: '2026-03-01'}
    const question = {path: 'ask.txt', text: ''}
    expect(planImport([answer, question], options).findings).toMatchObject([{kind: 'verify'}])
    expect(planImport([question], options).findings).toMatchObject([{kind: 'ask'}])
  })

  test('a file that no reader accepts, or that a reader fails on, is a leftover', () => {
    const {leftovers} = plan({path: 'notes.txt', text: 'Words'}, {path: 'broken.json', text: '['})
    expect(leftovers).toMatchObject([
      {place: {file: 'broken.json'}, reason: expect.stringContaining('could not be read')},
      {place: {file: 'notes.txt'}, text: 'Words'},
    ])
  })

  test('the order of the files changes nothing', () => {
    const files = [
      file('b.json', [{...group, phase: 'active'}]),
      file('a.json', [{...group, phase: 'archived'}]),
    ]
    expect(plan(...files)).toEqual(plan(...files.toReversed()))
  })
})
