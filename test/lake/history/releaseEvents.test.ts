import {afterAll, expect, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

const {clientWith, close} = await runLake()
afterAll(close)
const client = clientWith({perspective: 'raw'})

const release = (name: string) => ({releaseId: name, publishedId: `guest-${name}`})
async function prepared(name: string) {
  const {releaseId, publishedId} = release(name)
  await client.releases.create({releaseId, metadata: {title: name}})
  const document = {_id: `versions.${name}.${publishedId}`, _type: 'guest', name: 'New'}
  await client.createVersion({releaseId, publishedId, document})
  return {releaseId, publishedId}
}
const eventsOf = async (name: string, query = '') => {
  const url = `/data/history/production/events/releases/${name}${query}`
  return client.request<{events: Record<string, unknown>[]; nextCursor: string}>({url})
}
const typesOf = async (name: string) => (await eventsOf(name)).events.map(({type}) => type)

test('a release has events for its creation, its documents, scheduling, archiving and publication', async () => {
  const {releaseId, publishedId} = await prepared('events')
  await client.discardVersion({releaseId, publishedId})
  await client.releases.schedule({releaseId, publishAt: '2099-01-01T00:00:00Z'})
  await client.releases.unschedule({releaseId})
  await client.releases.archive({releaseId})
  await client.releases.unarchive({releaseId})
  await client.releases.publish({releaseId})
  await expect(typesOf('events')).resolves.toEqual([
    'publishRelease',
    'unarchiveRelease',
    'archiveRelease',
    'unscheduleRelease',
    'scheduleRelease',
    'discardDocumentFromRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
})

test('archiving and unarchiving are events of the release, not of each document', async () => {
  const {releaseId} = await prepared('whole')
  await client.releases.archive({releaseId})
  await client.releases.unarchive({releaseId})
  await client.releases.publish({releaseId})
  await expect(typesOf('whole')).resolves.toEqual([
    'publishRelease',
    'unarchiveRelease',
    'archiveRelease',
    'addDocumentToRelease',
    'createRelease',
  ])
})

test('events have the document’s id and type, and are paginated', async () => {
  const {publishedId} = await prepared('paged')
  const {events, nextCursor} = await eventsOf('paged', '?limit=1')
  expect(events).toMatchObject([
    {releaseName: 'paged', documentId: publishedId, documentType: 'guest', author: 'local-editor'},
  ])
  const rest = await eventsOf('paged', `?limit=1&nextCursor=${nextCursor}`)
  expect(rest).toMatchObject({events: [{type: 'createRelease'}], nextCursor: ''})
})

test('a published version refers to the transaction that published it, so that the Studio can revert it', async () => {
  const {releaseId, publishedId} = await prepared('reverted')
  await client.releases.publish({releaseId})
  const url = `/data/history/production/documents/versions.reverted.${publishedId}?lastRevision=true`
  const {documents} = await client.request<{documents: Record<string, unknown>[]}>({url})
  const published = await client.getDocument(publishedId)
  expect(documents).toMatchObject([{name: 'New', _rev: published?._rev}])
})

test('a release named r has no events of a release named rr', async () => {
  await prepared('r')
  await prepared('rr')
  expect((await eventsOf('r')).events).toHaveLength(2)
})
