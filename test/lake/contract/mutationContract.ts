import {ClientError} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import type {Target} from './target.ts'
import {rejected, useTarget} from './useTarget.ts'

export function mutationContract(open: () => Promise<Target>) {
  describe('mutations', () => {
    const lake = useTarget(open)

    test('create returns the document with its revision and times', async () => {
      const created = await lake.client.create({
        _id: lake.id('created'),
        _type: 'guest',
        name: 'Ada',
      })
      expect(created).toMatchObject({_id: lake.id('created'), _type: 'guest', name: 'Ada'})
      expect(created._rev).toMatch(/./)
      expect(created._createdAt).toBe(created._updatedAt)
      await expect(lake.client.getDocument(lake.id('created'))).resolves.toEqual(created)
    })

    test('a document without an id gets one, and an id that ends with a dot is completed', async () => {
      const plain = await lake.client.create({_type: 'guest'})
      expect(plain._id).toMatch(/^[A-Za-z0-9-]{10,}$/)
      const draft = await lake.client.create({_id: 'drafts.', _type: 'guest'})
      expect(draft._id).toMatch(/^drafts\.[A-Za-z0-9-]{10,}$/)
      await lake.client.transaction().delete(plain._id).delete(draft._id).commit()
    })

    test('with an existing id, create fails, createIfNotExists does nothing and createOrReplace replaces', async () => {
      const _id = lake.id('twice')
      const first = await lake.client.create({_id, _type: 'guest', name: 'First', role: 'host'})
      await expect(lake.client.create({_id, _type: 'guest'})).rejects.toMatchObject(
        rejected(409, /already exists/),
      )
      await lake.client.createIfNotExists({_id, _type: 'guest', name: 'Second'})
      await expect(lake.client.getDocument(_id)).resolves.toEqual(first)
      const replaced = await lake.client.createOrReplace({_id, _type: 'guest', name: 'Third'})
      expect(replaced).not.toHaveProperty('role')
      expect(replaced._createdAt).toBe(first._createdAt)
      expect(replaced._rev).not.toBe(first._rev)
    })

    test('each operation of a patch has its documented effect', async () => {
      const _id = lake.id('patched')
      await lake.client.create({
        _id,
        _type: 'guest',
        name: 'The rabid dog',
        visits: 3,
        tags: ['a', 'd'],
        items: [
          {_key: 'x', n: 1},
          {_key: 'y', n: 2},
        ],
        deleted: true,
      })
      const patched = await lake.client
        .patch(_id)
        .set({'address.city': 'Oslo', 'items[_key=="y"].n': 20})
        .setIfMissing({visits: 100, score: 1})
        .unset(['deleted', 'items[_key=="x"]'])
        .inc({visits: 2})
        .dec({score: 3})
        .insert('after', 'tags[0]', ['b', 'c'])
        .diffMatchPatch({name: '@@ -1,13 +1,12 @@\n The \n-rabid\n+nice\n  dog\n'})
        .commit()
      expect(patched).toMatchObject({
        address: {city: 'Oslo'},
        visits: 5,
        score: -2,
        tags: ['a', 'b', 'c', 'd'],
        items: [{_key: 'y', n: 20}],
        name: 'The nice dog',
      })
      expect(patched).not.toHaveProperty('deleted')
    })

    test('insert adds items before and after others, and replaces items', async () => {
      const _id = lake.id('inserted')
      await lake.client.create({_id, _type: 'guest', tags: ['b']})
      const patch = () => lake.client.patch(_id)
      await patch().insert('before', 'tags[0]', ['a']).commit()
      await patch().insert('after', 'tags[-1]', ['c']).commit()
      await patch().insert('replace', 'tags[1]', ['B', 'b']).commit()
      await expect(lake.client.getDocument(_id)).resolves.toMatchObject({
        tags: ['a', 'B', 'b', 'c'],
      })
    })

    test('JSONMatch reaches every match: recursive descent, ranges, conditions', async () => {
      const _id = lake.id('matched')
      await lake.client.create({
        _id,
        _type: 'guest',
        people: [
          {_key: 'a', name: 'A', friend: {name: 'AA'}},
          {_key: 'b', name: 'B'},
          {_key: 'c', name: 'C'},
        ],
      })
      const patched = await lake.client
        .patch(_id)
        .set({'people[1:3].seen': true, 'people..name': 'X', 'people[_key=="a"].first': true})
        .commit()
      expect(patched.people).toEqual([
        {_key: 'a', name: 'X', friend: {name: 'X'}, first: true},
        {_key: 'b', name: 'X', seen: true},
        {_key: 'c', name: 'X', seen: true},
      ])
    })

    test('a patch of a missing document is not found', async () => {
      const patch = lake.client.patch(lake.id('nobody')).set({name: 'X'}).commit()
      await expect(patch).rejects.toBeInstanceOf(ClientError)
      await expect(patch).rejects.toMatchObject(rejected(404, /was not found/))
    })

    test('of several patches with the same ifRevisionID, only one succeeds', async () => {
      const _id = lake.id('raced')
      const {_rev} = await lake.client.create({_id, _type: 'guest', visits: 0})
      const race = await Promise.allSettled(
        [1, 2, 3].map(() => lake.client.patch(_id).inc({visits: 1}).ifRevisionId(_rev).commit()),
      )
      expect(race.filter(({status}) => status === 'fulfilled')).toHaveLength(1)
      const failed = race.find((result) => result.status === 'rejected')
      expect(failed?.reason).toMatchObject(rejected(409, /revision/i))
      await expect(lake.client.getDocument(_id)).resolves.toMatchObject({visits: 1})
    })

    test('a transaction is stored completely or not at all', async () => {
      const [a, b] = [lake.id('whole-a'), lake.id('whole-b')]
      const transaction = lake.client
        .transaction()
        .create({_id: a, _type: 'guest'})
        .patch(b, (patch) => patch.set({name: 'X'}))
      await expect(transaction.commit()).rejects.toMatchObject(rejected(404, /was not found/))
      await expect(lake.client.getDocument(a)).resolves.toBeUndefined()
    })

    test('a mutation sees the earlier ones of its transaction, even by query', async () => {
      const type = lake.id('seen-type')
      const _id = lake.id('seen')
      await lake.client.mutate([
        {create: {_id, _type: type, n: 1}},
        {patch: {query: '*[_type == $type]', params: {type}, inc: {n: 10}}},
        {patch: {id: _id, inc: {n: 100}}},
      ])
      await expect(lake.client.getDocument(_id)).resolves.toMatchObject({n: 111})
    })

    test('delete works by id and by query, and ignores missing documents', async () => {
      const type = lake.id('deleted-type')
      const ids = ['d1', 'd2', 'd3'].map(lake.id)
      await lake.client.mutate(ids.map((_id) => ({create: {_id, _type: type}})))
      await lake.client.delete(ids[0] ?? '')
      await lake.client.delete({query: '*[_type == $type]', params: {type}})
      await expect(lake.client.getDocuments(ids)).resolves.toEqual([null, null, null])
      await lake.client.delete(ids[0] ?? '')
    })

    test('a custom transaction id becomes the revision, and cannot be used twice', async () => {
      const _id = lake.id('own-transaction')
      const transactionId = lake.id(`transaction-${Math.random().toString(36).slice(2)}`)
      const mutation = [{createOrReplace: {_id, _type: 'guest'}}]
      await lake.client.mutate(mutation, {transactionId})
      await expect(lake.client.getDocument(_id)).resolves.toMatchObject({_rev: transactionId})
      await expect(lake.client.mutate(mutation, {transactionId})).rejects.toMatchObject({
        statusCode: 409,
      })
    })

    test('dryRun returns the result and stores nothing', async () => {
      const _id = lake.id('dry')
      const result = await lake.client.create({_id, _type: 'guest', name: 'Dry'}, {dryRun: true})
      expect(result).toMatchObject({_id, name: 'Dry'})
      await expect(lake.client.getDocument(_id)).resolves.toBeUndefined()
    })

    test('the response contains ids or documents as requested', async () => {
      const _id = lake.id('returned')
      const created = await lake.client.create({_id, _type: 'guest'}, {returnDocuments: false})
      expect(created).toMatchObject({documentId: _id, results: [{id: _id, operation: 'create'}]})
      const patched = await lake.client
        .patch(_id)
        .set({name: 'N'})
        .commit({returnDocuments: false, returnFirst: false})
      expect(patched).toMatchObject({documentIds: [_id], results: [{operation: 'update'}]})
    })

    test('array items get keys with autoGenerateArrayKeys', async () => {
      const created = await lake.client.create(
        {_id: lake.id('keyed'), _type: 'guest', items: [{n: 1}, {n: 2, _key: 'own'}, 'text']},
        {autoGenerateArrayKeys: true},
      )
      expect(created.items).toEqual([{n: 1, _key: expect.any(String)}, {n: 2, _key: 'own'}, 'text'])
    })
  })

  describe('references', () => {
    const lake = useTarget(open)
    const reference = (id: string, weak = false) => ({
      _type: 'reference',
      _ref: id,
      ...(weak && {_weak: true}),
    })

    test('a strong reference requires its target, at the end of the transaction', async () => {
      const [host, talk] = [lake.id('r-host'), lake.id('r-talk')]
      const document = {_id: talk, _type: 'talk', host: reference(host)}
      await expect(lake.client.create(document)).rejects.toMatchObject(
        rejected(409, /references non-existent document/),
      )
      await lake.client.transaction().create(document).create({_id: host, _type: 'guest'}).commit()
    })

    test('a strong reference prevents the deletion of its target, unless both are deleted', async () => {
      const [host, talk] = [lake.id('k-host'), lake.id('k-talk')]
      await lake.client
        .transaction()
        .create({_id: host, _type: 'guest'})
        .create({_id: talk, _type: 'talk', hosts: [{...reference(host), _key: 'a'}]})
        .commit()
      await expect(lake.client.delete(host)).rejects.toMatchObject(
        rejected(409, /cannot be deleted as there are references to it/),
      )
      await lake.client.transaction().delete(host).delete(talk).commit()
    })

    test('the target of a weak reference may be missing', async () => {
      const talk = lake.id('w-talk')
      await lake.client.create({_id: talk, _type: 'talk', host: reference(lake.id('never'), true)})
      const query = '*[_id == $talk][0]{"host": host->name}'
      await expect(lake.client.fetch(query, {talk})).resolves.toEqual({host: null})
    })
  })

  describe('invalid input is rejected:', () => {
    const lake = useTarget(open)

    test.each(['-leading', 'white space', 'sla/sh', 'a'.repeat(129), 'two..dots'])(
      'a document with the id %j',
      async (_id) => {
        await expect(lake.client.create({_id, _type: 'guest'})).rejects.toMatchObject({
          statusCode: 400,
        })
      },
    )

    test('a document without a type', async () => {
      const mutation = {create: {_id: lake.id('typeless')}}
      const request = lake.client.request({
        method: 'POST',
        url: `/data/mutate/${lake.client.config().dataset}`,
        body: {mutations: [mutation]},
      })
      await expect(request).rejects.toMatchObject({statusCode: 400})
    })

    test('a document with another type than before', async () => {
      const _id = lake.id('retyped')
      await lake.client.create({_id, _type: 'guest'})
      await expect(lake.client.patch(_id).set({_type: 'host'}).commit()).rejects.toMatchObject(
        rejected(409, /immutable/i),
      )
    })

    test('a document with attributes more than 20 levels deep, created or patched', async () => {
      const nested = (levels: number): unknown => (levels === 1 ? 1 : {a: nested(levels - 1)})
      const _id = lake.id('deep')
      await lake.client.create({_id, _type: 'guest', a: nested(20)})
      const tooDeep = lake.client.create({_type: 'guest', a: nested(21)})
      await expect(tooDeep).rejects.toMatchObject({statusCode: 400})
      const patched = lake.client
        .patch(_id)
        .set({b: nested(21)})
        .commit()
      await expect(patched).rejects.toMatchObject({statusCode: 400})
    })

    test('a request of more than 4,000,000 bytes', async () => {
      const bio = 'x'.repeat(4_000_000)
      const tooLarge = lake.client.create({_id: lake.id('large'), _type: 'guest', bio})
      await expect(tooLarge).rejects.toMatchObject({statusCode: 413})
    })

    test('an unknown mutation', async () => {
      const request = lake.client.request({
        method: 'POST',
        url: `/data/mutate/${lake.client.config().dataset}`,
        body: {mutations: [{explode: {id: 'x'}}]},
      })
      await expect(request).rejects.toBeInstanceOf(ClientError)
    })
  })
}
