import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, describe, expect, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

// Each read of the clock moves it a minute, because history is read by time.
let minutes = 0
const clock = {now: () => new Date(Date.UTC(2024, 2, 20, 12, minutes++))}
const {clientWith, url: address, close} = await runLake({clock})
afterAll(close)
const client = clientWith({perspective: 'raw'})

interface HistoryEvent {
  type: string
  versionId?: string
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
  test('are its creation, publication, edits, discarding, unpublication and deletion', async () => {
    const id = 'life'
    await client.create({_id: `drafts.${id}`, _type: 'guest', name: 'One'})
    await act('publish', id)
    await edit(id, 'Two')
    await client.action({actionType: 'sanity.action.document.discard', draftId: `drafts.${id}`})
    await act('unpublish', id)
    await act('publish', id)
    await client.delete(id)
    await expect(typesOf(`drafts.${id}`)).resolves.toEqual([
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

  test('without drafts are the writes of the published document', async () => {
    await client.create({_id: 'live', _type: 'guest'})
    await client.patch('live').set({name: 'N'}).commit()
    await expect(typesOf('live')).resolves.toEqual(['updateLiveDocument', 'createLiveDocument'])
    await expect(typesOf('drafts.live')).resolves.toEqual([])
  })

  test('of a draft do not include the deletion of the published document, or the page of a deleted document would be empty', async () => {
    const [published, both, draft] = ['gone', 'gone-with-draft', 'gone-draft']
    for (const id of [published, both]) {
      await client.create({_id: `drafts.${id}`, _type: 'guest', name: 'Ada'})
      await act('publish', id)
    }
    await edit(both, 'Ada L.')
    await client.create({_id: `drafts.${draft}`, _type: 'guest', name: 'Ada'})
    for (const id of [published, both, draft]) {
      await client.action({
        actionType: 'sanity.action.document.delete',
        publishedId: id,
        includeDrafts: [`drafts.${id}`],
      })
    }
    await expect(typesOf(`drafts.${published}`)).resolves.toEqual([
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    await expect(typesOf(`drafts.${both}`)).resolves.toEqual([
      'deleteDocumentVersion',
      'createDocumentVersion',
      'editDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    await expect(typesOf(`drafts.${draft}`)).resolves.toEqual([
      'deleteDocumentVersion',
      'createDocumentVersion',
      'editDocumentVersion',
    ])
    for (const id of [published, both]) {
      await expect(typesOf(id)).resolves.toEqual(['deleteDocumentGroup', 'publishDocumentVersion'])
    }
  })

  test('of a draft that never was say that the document is deleted, so that a person can restore it', async () => {
    const id = 'imported'
    await client.create({_id: id, _type: 'guest', name: 'Ada'})
    await expect(typesOf(`drafts.${id}`)).resolves.toEqual([])
    await client.delete(id)
    await expect(typesOf(`drafts.${id}`)).resolves.toEqual(['deleteDocumentGroup'])
    await client.create({_id: id, _type: 'guest', name: 'Ada'})
    await expect(typesOf(`drafts.${id}`)).resolves.toEqual([])
  })

  test('of a deleted draft that was written once include an edit, or its page would be empty', async () => {
    const draftId = 'drafts.once'
    const discard = {actionType: 'sanity.action.document.discard', draftId} as const
    const editIn = async () =>
      (await eventsOf(draftId)).events[draftId]?.find(({type}) => type === 'editDocumentVersion')
    const {_rev} = await client.create({_id: draftId, _type: 'guest', name: 'Ada'})
    await expect(editIn()).resolves.toBeUndefined()
    await client.action(discard)
    await expect(editIn()).resolves.toMatchObject({revisionId: _rev})
    await expect(at(draftId, `revision=${_rev}`)).resolves.toMatchObject([{name: 'Ada'}])
    // The edits of a draft that was written again are in its transactions.
    await client.create({_id: draftId, _type: 'guest', name: 'Ada'})
    await edit('once', 'Ada L.')
    await client.action(discard)
    await expect(editIn()).resolves.toBeUndefined()
    // The page of a published document shows what was published.
    await client.create({_id: draftId, _type: 'guest', name: 'Ada'})
    await act('publish', 'once')
    await expect(editIn()).resolves.toBeUndefined()
  })

  test('give a deletion another revision than the last edit, because the Studio keeps one event of a revision', async () => {
    const draftId = 'drafts.edited'
    await client.create({_id: draftId, _type: 'guest', name: 'Ada'})
    await edit('edited', 'Ada L.')
    const last = await client.getDocument(draftId)
    const {transactionId} = await client.action({
      actionType: 'sanity.action.document.discard',
      draftId,
    })
    const [deletion] = (await eventsOf(draftId)).events[draftId] ?? []
    expect(deletion).toMatchObject({
      type: 'deleteDocumentVersion',
      versionId: draftId,
      versionRevisionId: transactionId,
    })
    expect(transactionId).not.toBe(last?._rev)
  })

  test('say that a document with a draft was unpublished, and not deleted', async () => {
    const [id, draftId] = ['unpublished', 'drafts.unpublished']
    await client.create({_id: draftId, _type: 'guest', name: 'Ada'})
    await act('publish', id)
    await edit(id, 'Ada L.')
    const draft = await client.getDocument(draftId)
    await act('unpublish', id)
    const unpublished = {
      type: 'unpublishDocument',
      versionId: draftId,
      versionRevisionId: draft?._rev,
    }
    expect((await eventsOf(id)).events[id]?.[0]).toMatchObject(unpublished)
    // Also after the draft changed, and after it is gone.
    await edit(id, 'Ada Lovelace')
    await client.action({actionType: 'sanity.action.document.discard', draftId})
    expect((await eventsOf(id)).events[id]?.[0]).toMatchObject(unpublished)
    await expect(typesOf(id)).resolves.toEqual(['unpublishDocument', 'publishDocumentVersion'])
  })

  test('are paginated', async () => {
    const first = await eventsOf('life', '?limit=3')
    expect(first.events.life).toHaveLength(3)
    const second = await eventsOf('life', `?limit=3&nextCursor=${first.nextCursor}`)
    expect(second.events.life?.map(({type}) => type)).toEqual(['publishDocumentVersion'])
    expect(second.nextCursor).toBe('')
  })

  test('include the revisions of the draft and the published document for a publication', async () => {
    await client.create({_id: 'drafts.named', _type: 'guest'})
    const draft = (await client.getDocument('drafts.named'))?._rev
    await act('publish', 'named')
    const [event] = (await eventsOf('named')).events.named ?? []
    const published = await client.getDocument('named')
    expect(event).toMatchObject({versionRevisionId: draft, revisionId: published?._rev})
  })
})

describe('an earlier revision of a document', () => {
  test('is available by revision, by time and, after a deletion, as the last one', async () => {
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

  test('is gone after its history was purged', async () => {
    const {_rev} = await client.create({_id: 'drafts.purged', _type: 'guest'})
    await client.action({
      actionType: 'sanity.action.document.discard',
      draftId: 'drafts.purged',
      purge: true,
    })
    await expect(at('drafts.purged', `revision=${_rev}`)).resolves.toEqual([])
  })
})

test('purging a document removes its content from the file', async () => {
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
  test('come in order, with range, limit and reverse', async () => {
    const revisions = []
    for (const name of ['a', 'b', 'c', 'd']) {
      revisions.push(
        (await client.createOrReplace({_id: 'transactions', _type: 'guest', name}))._rev,
      )
    }
    const ids = async (query: string) =>
      (await transactionsOf('transactions', query)).map(({id}) => id)
    await expect(ids('')).resolves.toEqual(revisions)
    const [, second, third] = revisions
    await expect(ids(`fromTransaction=${second}&toTransaction=${third}`)).resolves.toEqual([
      second,
      third,
    ])
    await expect(ids('reverse=true&limit=2')).resolves.toEqual(revisions.toReversed().slice(0, 2))
    await expect(ids(`fromTransaction=unknown`)).resolves.toEqual([])
  })

  test('have an author, a time and effects, and can be limited to the requested documents', async () => {
    await client.mutate([
      {create: {_id: 'one', _type: 'guest'}},
      {create: {_id: 'two', _type: 'guest'}},
    ])
    const [entry] = await transactionsOf(
      'one',
      'effectFormat=mendoza&includeIdentifiedDocumentsOnly=true&excludeMutations=true',
    )
    expect(entry).toMatchObject({author: 'local-editor', documentIDs: ['one']})
    expect(Object.keys(entry.effects)).toEqual(['one'])
    expect(entry.effects.one.revert).toEqual([0, null])
    expect(entry).not.toHaveProperty('mutations')
  })
})
