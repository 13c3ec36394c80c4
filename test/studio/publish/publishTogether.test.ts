import {afterAll, beforeAll, expect, test} from 'vitest'

import {PublishError} from '../../../studio/publish/PublishError.ts'
import {publishTogether, type PublishOptions} from '../../../studio/publish/publishTogether.ts'
import {referenceTo} from '../../../studio/documents/referenceTo.ts'
import {runLake} from '../../lake/support/runLake.ts'

let lake: Awaited<ReturnType<typeof runLake>>
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.close())

const valid: PublishOptions = {validate: async () => []}

/** Stores the drafts of a session, its new guest and the guest's new organization. */
async function drafts(name: string) {
  const ids = {session: `${name}-session`, guest: `${name}-guest`, company: `${name}-company`}
  const company = referenceTo(ids.company, 'organization', {published: false})
  const guest = referenceTo(ids.guest, 'guest', {published: false})
  await lake.client
    .transaction()
    .create({_id: `drafts.${ids.company}`, _type: 'organization', name: 'Acme'})
    .create({_id: `drafts.${ids.guest}`, _type: 'guest', name: 'Dana Wang', organization: company})
    .create({
      _id: `drafts.${ids.session}`,
      _type: 'touchpoint',
      title: 'All Hands',
      guests: [{_key: 'a', _type: 'guestAppearance', guest}],
    })
    .commit()
  return {...ids, all: Object.values(ids)}
}

async function stored(ids: readonly string[]) {
  const documents = await lake.client.getDocuments([...ids])
  return documents.map((document) => document?._id)
}

test('a session, its new guest and the new organization are published in one transaction, with strong references', async () => {
  const {all, session, guest} = await drafts('strong')
  await publishTogether(lake.client, all, valid)
  expect(await stored([...all, ...all.map((id) => `drafts.${id}`)])).toEqual([
    ...all,
    ...all.map(() => undefined),
  ])
  const published = await lake.client.getDocuments([session, guest])
  expect(published.map((document) => document?._rev)).toEqual(
    published.map(() => published[0]?._rev),
  )
  expect(JSON.stringify(published)).not.toContain('_weak')
  expect(JSON.stringify(published)).not.toContain('_strengthenOnPublish')
})

test('nothing is published if one draft has a validation error, and the error names the document and the field', async () => {
  const {all, guest} = await drafts('invalid')
  const publishing = publishTogether(lake.client, all, {
    validate: async ({_type}) => (_type === 'guest' ? [{field: 'Slug', message: 'Required'}] : []),
  })
  await expect(publishing).rejects.toMatchObject({
    code: 'invalid',
    documentId: guest,
    message: expect.stringContaining('“Dana Wang”, Slug: Required'),
  })
  expect(await stored(all)).toEqual(all.map(() => undefined))
})

test('the validation knows which documents are published alongside, because a reference to one of them is valid', async () => {
  const {all} = await drafts('alongside')
  const seen: ReadonlySet<string>[] = []
  await publishTogether(lake.client, all, {
    validate: async (_draft, alongside) => {
      seen.push(alongside)
      return []
    },
  })
  expect(seen).toEqual(all.map(() => new Set(all)))
})

test('a draft that changes in another window while it is validated is not published, so that no unseen change goes out', async () => {
  const {all, session} = await drafts('changed')
  const publishing = publishTogether(lake.client, all, {
    validate: async ({_type}) => {
      if (_type === 'touchpoint') {
        await lake.client.patch(`drafts.${session}`).set({title: 'Changed elsewhere'}).commit()
      }
      return []
    },
  })
  await expect(publishing).rejects.toMatchObject({
    code: 'changed',
    documentId: session,
    message: expect.stringMatching(/“All Hands” was changed in another window/),
  })
  expect(await stored(all)).toEqual(all.map(() => undefined))
})

test('a draft with another revision than the editor has seen is not published', async () => {
  const {all, session} = await drafts('unseen')
  const publishing = publishTogether(lake.client, all, {...valid, revisions: {[session]: 'old'}})
  await expect(publishing).rejects.toMatchObject({code: 'changed', documentId: session})
})

test('a draft that another editor discards meanwhile is named, and nothing is published', async () => {
  const {all, guest} = await drafts('discarded')
  const publishing = publishTogether(lake.client, all, {
    validate: async ({_type}) => {
      if (_type === 'guest') await lake.client.delete(`drafts.${guest}`)
      return []
    },
  })
  await expect(publishing).rejects.toMatchObject({code: 'changed', documentId: guest})
  expect(await stored(all)).toEqual(all.map(() => undefined))
})

test('a guest that another editor has published already does not keep the session from being published', async () => {
  const {all, guest, company} = await drafts('already')
  await publishTogether(lake.client, [guest, company], valid)
  await publishTogether(lake.client, all, valid)
  expect(await stored(all)).toEqual(all)
})

test('a document that no longer exists is an error, because the editor believes that it is published', async () => {
  const {session} = await drafts('gone')
  const publishing = publishTogether(lake.client, [session, 'never-there'], valid)
  await expect(publishing).rejects.toBeInstanceOf(PublishError)
  await expect(publishing).rejects.toMatchObject({code: 'missing', documentId: 'never-there'})
})

test('a reference to a draft that is not published with it is rejected by the Content Lake, which the error explains', async () => {
  const {session} = await drafts('alone')
  await expect(publishTogether(lake.client, [session], valid)).rejects.toMatchObject({
    code: 'rejected',
    message: expect.stringMatching(/Could not publish “All Hands”/),
  })
})

test('publishing nothing is not a request', async () => {
  await expect(publishTogether(lake.client, [], valid)).resolves.toBeUndefined()
})

test('a change and its publication are one transaction, so that no draft stays when the window closes between them', async () => {
  const [fresh, edited] = ['change-fresh', 'change-edited']
  await lake.client
    .transaction()
    .create({_id: fresh, _type: 'touchpoint', title: 'Fresh', cancelReason: 'x'})
    .create({_id: edited, _type: 'touchpoint', title: 'Before'})
    .create({_id: `drafts.${edited}`, _type: 'touchpoint', title: 'After'})
    .commit()
  const change = {set: {status: 'held'}, unset: ['cancelReason']}
  await publishTogether(lake.client, [fresh, edited], {...valid, change})
  const published = await lake.client.getDocuments([fresh, edited])
  expect(published).toMatchObject([
    {title: 'Fresh', status: 'held'},
    {title: 'After', status: 'held'},
  ])
  expect(published[0]).not.toHaveProperty('cancelReason')
  expect(await stored([`drafts.${fresh}`, `drafts.${edited}`])).toEqual([undefined, undefined])
})

test('a change that makes one document invalid changes none of them', async () => {
  const ids = ['refused-a', 'refused-b']
  const transaction = lake.client.transaction()
  ids.forEach((_id) =>
    transaction.create({_id, _type: 'touchpoint', title: _id, status: 'planned'}),
  )
  await transaction.commit()
  const publishing = publishTogether(lake.client, ids, {
    // The validation sees the value that is published.
    validate: async ({title, status}) =>
      title === 'refused-b' && status === 'held' ? [{field: 'Slug', message: 'Required'}] : [],
    change: {set: {status: 'held'}},
  })
  await expect(publishing).rejects.toMatchObject({code: 'invalid'})
  expect(await lake.client.getDocuments(ids)).toMatchObject(ids.map(() => ({status: 'planned'})))
  expect(await stored(ids.map((id) => `drafts.${id}`))).toEqual([undefined, undefined])
})
