import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, describe, expect, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

// A clock that moves a minute with each look: history is read by time.
let minutes = 0
const clock = {now: () => new Date(Date.UTC(2024, 2, 20, 12, minutes++))}
const {clientWith, url: address, close} = await runLake({clock})
afterAll(close)
const client = clientWith({perspective: 'raw'})

interface HistoryEvent {
  type: string
  revisionId?: string
  versionRevisionId?: string
}
const eventsOf = async (id: string, query = '') => {
  const url = `/data/history/production/events/documents/${id}${query}`
  return client.request<{events: Record<string, HistoryEvent[]>; nextCursor: string}>({url})
}
const typesOf = async (id: string) => (await eventsOf(id)).events[id]?.map(({type}) => type)
const at = async (ids: string, query: string) => {
  const url = `/data/history/production/documents/${ids}?${query}`
  const {documents} = await client.request<{documents: Record<string, unknown>[]}>({url})
  return documents
}
const transactionsOf = async (id: string, query = '') => {
  const url = `${address}/v1/data/history/production/transactions/${id}?${query}`
  const text = await (await fetch(url)).text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const edit = (id: string, name: string) =>
  client.action({
    actionType: 'sanity.action.document.edit',
    publishedId: id,
    draftId: `drafts.${id}`,
    patch: {set: {name}},
  })
const act = (name: 'publish' | 'unpublish', id: string) =>
  client.action({
    actionType: `sanity.action.document.${name}`,
    publishedId: id,
    draftId: `drafts.${id}`,
  })

describe('the events of a document', () => {
  test('tell its life: drafted, published, edited, discarded, unpublished, deleted', async () => {
    const id = 'life'
    await client.create({_id: `drafts.${id}`, _type: 'guest', name: 'One'})
    await act('publish', id)
    await edit(id, 'Two')
    await client.action({actionType: 'sanity.action.document.discard', draftId: `drafts.${id}`})
    await act('unpublish', id)
    await act('publish', id)
    await client.delete(id)
    await expect(typesOf(`drafts.${id}`)).resolves.toEqual([
      'deleteDocumentGroup',
      'publishDocumentVersion',
      'unpublishDocument',
      'deleteDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    await expect(typesOf(id)).resolves.toEqual([
      'deleteDocumentGroup',
      'publishDocumentVersion',
      'unpublishDocument',
      'publishDocumentVersion',
    ])
  })

  test('of one that was never drafted are its own writes', async () => {
    await client.create({_id: 'live', _type: 'guest'})
    await client.patch('live').set({name: 'N'}).commit()
    await expect(typesOf('live')).resolves.toEqual(['updateLiveDocument', 'createLiveDocument'])
    await expect(typesOf('drafts.live')).resolves.toEqual([])
  })

  test('come in pages', async () => {
    const first = await eventsOf('life', '?limit=3')
    expect(first.events.life).toHaveLength(3)
    const second = await eventsOf('life', `?limit=3&nextCursor=${first.nextCursor}`)
    expect(second.events.life?.map(({type}) => type)).toEqual(['publishDocumentVersion'])
    expect(second.nextCursor).toBe('')
  })

  test('of a publication name the draft’s last revision and the published one', async () => {
    await client.create({_id: 'drafts.named', _type: 'guest'})
    const draft = (await client.getDocument('drafts.named'))?._rev
    await act('publish', 'named')
    const [event] = (await eventsOf('named')).events.named ?? []
    const published = await client.getDocument('named')
    expect(event).toMatchObject({versionRevisionId: draft, revisionId: published?._rev})
  })
})

describe('a document as it was', () => {
  test('is found by revision, by time and, when deleted, as it last was', async () => {
    const first = await client.create({_id: 'was', _type: 'guest', name: 'First'})
    const second = await client.patch('was').set({name: 'Second'}).commit()
    await client.delete('was')
    await expect(at('was', `revision=${first._rev}`)).resolves.toMatchObject([{name: 'First'}])
    await expect(at('was', `time=${second._updatedAt}`)).resolves.toMatchObject([{name: 'Second'}])
    const between = new Date(Date.parse(second._updatedAt) - 1000).toISOString()
    await expect(at('was', `time=${between}`)).resolves.toMatchObject([{name: 'First'}])
    await expect(at('was', 'lastRevision=true')).resolves.toMatchObject([{name: 'Second'}])
    await expect(at('was,nobody', `revision=none`)).resolves.toEqual([])
  })

  test('is gone when its history was purged', async () => {
    const {_rev} = await client.create({_id: 'drafts.purged', _type: 'guest'})
    await client.action({
      actionType: 'sanity.action.document.discard',
      draftId: 'drafts.purged',
      purge: true,
    })
    await expect(at('drafts.purged', `revision=${_rev}`)).resolves.toEqual([])
  })
})

test('a purged document leaves none of its words in the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(folder, 'lake.db')
  const purging = await runLake({file})
  try {
    await purging.client.create({_id: 'drafts.secret', _type: 'guest', name: 'Unmistakable'})
    await purging.client.patch('drafts.secret').set({bio: 'Unmistakable too'}).commit()
    await purging.client.create({_id: 'kept', _type: 'guest', name: 'Remembered'})
    await purging.client.action({
      actionType: 'sanity.action.document.discard',
      draftId: 'drafts.secret',
      purge: true,
    })
    await purging.close()
    const database = new DatabaseSync(file)
    const rows = ['transactions', 'revisions'].map((table) =>
      JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()),
    )
    database.close()
    expect(rows.join()).toContain('Remembered')
    expect(rows.join()).not.toContain('Unmistakable')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

describe('the transactions of a document', () => {
  test('are told in order, from and to a given one, in reverse, and so many', async () => {
    const made = []
    for (const name of ['a', 'b', 'c', 'd']) {
      made.push((await client.createOrReplace({_id: 'told', _type: 'guest', name}))._rev)
    }
    const ids = async (query: string) => (await transactionsOf('told', query)).map(({id}) => id)
    await expect(ids('')).resolves.toEqual(made)
    const [, second, third] = made
    await expect(ids(`fromTransaction=${second}&toTransaction=${third}`)).resolves.toEqual([
      second,
      third,
    ])
    await expect(ids('reverse=true&limit=2')).resolves.toEqual(made.toReversed().slice(0, 2))
    await expect(ids(`fromTransaction=unknown`)).resolves.toEqual([])
  })

  test('name author, time and effects, of the asked documents alone when told so', async () => {
    await client.mutate([
      {create: {_id: 'one', _type: 'guest'}},
      {create: {_id: 'two', _type: 'guest'}},
    ])
    const [told] = await transactionsOf(
      'one',
      'effectFormat=mendoza&includeIdentifiedDocumentsOnly=true&excludeMutations=true',
    )
    expect(told).toMatchObject({author: 'local-editor', documentIDs: ['one']})
    expect(Object.keys(told.effects)).toEqual(['one'])
    expect(told.effects.one.revert).toEqual([0, null])
    expect(told).not.toHaveProperty('mutations')
  })
})
