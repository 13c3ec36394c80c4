import {afterAll, beforeAll, expect, test} from 'vitest'

import {saveChange} from '../../../studio/acts/saveChange.ts'
import {runLake} from '../../lake/support/runLake.ts'

let lake: Awaited<ReturnType<typeof runLake>>
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.close())

const session = (id: string, fields: Record<string, unknown> = {}) =>
  lake.client.create({_id: id, _type: 'touchpoint', title: 'All Hands', ...fields})

test('the draft is made from the published document, and the published one stays', async () => {
  await session('made')
  const revision = await saveChange(lake.client, {
    id: 'made',
    set: {status: 'cancelled'},
    unset: ['title'],
    seen: null,
  })
  const draft = await lake.client.getDocument('drafts.made')
  expect(draft).toMatchObject({status: 'cancelled', _rev: revision})
  expect(draft).not.toHaveProperty('title')
  expect(await lake.client.getDocument('made')).not.toHaveProperty('status')
})

test('a draft that another window changed is not changed, so that nobody publishes what they have not seen', async () => {
  const {_rev: seen} = await session('drafts.raced')
  await lake.client.patch('drafts.raced', {set: {title: 'Changed elsewhere'}}).commit()
  const change = {id: 'raced', set: {status: 'held'}}
  await expect(saveChange(lake.client, {...change, seen})).rejects.toThrow(/in another window/)
  await expect(saveChange(lake.client, {...change, seen: null})).rejects.toThrow(/another window/)
  expect(await lake.client.getDocument('drafts.raced')).not.toHaveProperty('status')
})

test('a recording and other documents are stored in the same transaction', async () => {
  await session('together')
  await session('other')
  const revision = await saveChange(lake.client, {
    id: 'together',
    set: {status: 'held'},
    others: [{id: 'other', set: {edition: 'Spring'}}],
    create: [{_id: 'recording-together', _type: 'recording', title: 'All Hands'}],
  })
  const stored = await lake.client.getDocuments([
    'drafts.together',
    'drafts.other',
    'drafts.recording-together',
  ])
  expect(stored.map((document) => document?._rev)).toEqual([revision, revision, revision])
})

test('in a release, the version changes and the draft does not', async () => {
  await session('released')
  await saveChange(lake.client, {
    id: 'released',
    release: 'spring',
    set: {status: 'cancelled'},
    create: [{_id: 'recording-released', _type: 'recording'}],
  })
  expect(await lake.client.getDocument('versions.spring.released')).toMatchObject({
    status: 'cancelled',
  })
  expect(await lake.client.getDocument('versions.spring.recording-released')).toBeDefined()
  expect(await lake.client.getDocument('drafts.released')).toBeUndefined()
})

test('a document that no longer exists is an error, because it was deleted in another window', async () => {
  await expect(saveChange(lake.client, {id: 'never', set: {}})).rejects.toThrow(/no longer exists/)
})
