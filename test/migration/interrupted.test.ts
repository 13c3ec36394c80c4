import {describe, expect, test} from 'vitest'

import {planMigration} from '../../schemas/migration/index.ts'
import type {StoredDocument} from '../../schemas/rules/index.ts'
import {storedDocument} from '../support/readContent.ts'
import {call, group} from './groupWithCall.ts'

const migrated = (...documents: StoredDocument[]) => planMigration(documents, {today: '2025-06-01'})
const by = (id: string, documents: readonly StoredDocument[]) =>
  documents.find(({_id}) => _id === id)

describe('a migration that stopped half-way', () => {
  test('is completed by the next one, without a second series', () => {
    const {created} = migrated(group)
    const rest = migrated(group, ...created)
    expect(rest.created).toEqual([])
    expect(rest.patched).toEqual([{id: 'group-1', revision: undefined, set: {}, unset: ['call']}])
  })

  const [, created] = migrated(group).created
  const series = {...storedDocument(created), _createdAt: '1', _updatedAt: '1'}
  const edited = {...group, call: {...call, title: 'New call', minutes: 30}}

  test('gives an edited call to its series first, if nobody has edited that', () => {
    const rest = migrated(edited, series)
    expect(rest.patched.map(({id, set, unset}) => ({id, set, unset}))).toEqual([
      {id: 'series-group-1-call', set: {title: 'New call', minutes: 30}, unset: []},
      {id: 'group-1', set: {}, unset: ['call']},
    ])
    expect(rest.facts).toMatchObject([
      {documentId: 'series-group-1-call', field: 'title', value: '“Metrics call”'},
      {documentId: 'series-group-1-call', field: 'minutes', value: '45'},
    ])
  })

  test('keeps an edited call when its series was edited too, and says both values', () => {
    for (const own of [{...series, _updatedAt: '2'}, storedDocument(created)]) {
      const draft = {...edited, _id: 'drafts.group-1'}
      const rest = migrated(edited, draft, own, {_id: 'community', _type: 'community'})
      expect(rest.patched).toEqual([])
      expect(rest.documents).toContainEqual(edited)
      expect(rest.tasks.map(({documentId}) => documentId)).toEqual(['group-1', 'drafts.group-1'])
      expect(rest.tasks[0]?.message).toContain('title is “New call” here and “Metrics call” there')
    }
  })

  test('keeps the other links of a series when the call has another room', () => {
    const linked = {...series, defaultLinks: {_type: 'meetingLinks', notes: 'https://n.example'}}
    expect(by('series-group-1-call', migrated(group, linked).documents)).toMatchObject({
      defaultLinks: {join: 'https://meet.example.org/metrics', notes: 'https://n.example'},
    })
  })

  test('asks nobody to delete the series of a draft that has lost its call to it', () => {
    const {call: _, ...rest} = group
    expect(migrated(group, {...rest, _id: 'drafts.group-1'}, series).facts).toEqual([])
  })

  test('makes a draft of the series only for a call with other values, and from the series', () => {
    const {call: _, ...rest} = group
    const own = {...series, slug: {_type: 'slug', current: 'ours'}}
    const ofDraft = (draft: object) =>
      migrated(rest, {...group, ...draft, _id: 'drafts.group-1'}, own, {
        _id: 'community',
        _type: 'community',
      }).created
    expect(ofDraft({})).toEqual([])
    const {_createdAt: _c, _updatedAt: _u, ...content} = own
    expect(ofDraft({call: {...call, title: 'New'}})).toEqual([
      {...content, _id: 'drafts.series-group-1-call', title: 'New'},
    ])
  })

  test('keeps a community that an editor has already written', () => {
    const own = {_id: 'community', _type: 'community', name: 'Ours'}
    expect(migrated(group, own).created.map(({_id}) => _id)).toEqual(['series-group-1-call'])
  })
})
