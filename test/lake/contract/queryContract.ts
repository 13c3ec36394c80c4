import {beforeAll, describe, expect, test} from 'vitest'
import type {Target} from './target.ts'
import {rejected, useTarget} from './useTarget.ts'

export function queryContract(open: () => Promise<Target>) {
  describe('queries', () => {
    const lake = useTarget(open)
    const type = () => lake.id('query-type')
    const names = `*[_type == $type] | order(name asc).name`

    beforeAll(async () => {
      await lake.client.mutate([
        {create: {_id: lake.id('q1'), _type: type(), name: 'Published only'}},
        {create: {_id: lake.id('q2'), _type: type(), name: 'Old'}},
        {create: {_id: `drafts.${lake.id('q2')}`, _type: type(), name: 'New'}},
        {create: {_id: `drafts.${lake.id('q3')}`, _type: type(), name: 'Draft only'}},
        {create: {_id: `versions.rspring.${lake.id('q1')}`, _type: type(), name: 'In spring'}},
      ])
    })

    test.each([
      ['published', ['Old', 'Published only']],
      ['drafts', ['Draft only', 'New', 'Published only']],
      ['raw', ['Draft only', 'In spring', 'New', 'Old', 'Published only']],
      [['rspring'], ['In spring', 'Old']],
      [
        ['rspring', 'drafts'],
        ['Draft only', 'In spring', 'New'],
      ],
    ] as const)(
      'the perspective %j shows one variant of each document',
      async (perspective, shown) => {
        const options = {
          perspective: typeof perspective === 'string' ? perspective : [...perspective],
        }
        await expect(lake.client.fetch(names, {type: type()}, options)).resolves.toEqual(shown)
      },
    )

    test('a draft in a perspective has its published id, and its own id in _originalId', async () => {
      const query = '*[_type == $type && name == "New"][0]{_id, _originalId}'
      const shown = await lake.client.fetch(query, {type: type()}, {perspective: 'drafts'})
      expect(shown).toEqual({_id: lake.id('q2'), _originalId: `drafts.${lake.id('q2')}`})
    })

    test('the default perspective is published', async () => {
      const client = lake.client.withConfig({perspective: undefined})
      await expect(client.fetch(names, {type: type()})).resolves.toEqual(['Old', 'Published only'])
    })

    test('a long query uses POST and returns the same result', async () => {
      const long = `${names} // ${'x'.repeat(12_000)}`
      await expect(lake.client.fetch(long, {type: type()})).resolves.toEqual([
        'Old',
        'Published only',
      ])
    })

    test('the response contains the query if requested, the time taken and the sync tags', async () => {
      const full = await lake.client.fetch(names, {type: type()}, {filterResponse: false})
      expect(full).toMatchObject({
        query: names,
        result: ['Old', 'Published only'],
        ms: expect.any(Number),
      })
      expect(full.syncTags?.length).toBeGreaterThan(0)
    })

    test('no result is null', async () => {
      await expect(lake.client.fetch('*[_id == "nothing-of-the-kind"][0]')).resolves.toBeNull()
    })

    test('the error for a query that does not parse has the position', async () => {
      const request = lake.client.fetch('*[_type == "guest"')
      await expect(request).rejects.toMatchObject(rejected(400, /GROQ query parse error/))
      await expect(request).rejects.toMatchObject({
        details: {type: 'queryParseError', start: expect.any(Number), end: expect.any(Number)},
      })
    })

    test('the error for a query that ends early has the text that clients show', async () => {
      await expect(lake.client.fetch('*[_type == ')).rejects.toMatchObject(
        rejected(400, /unexpected end-of-file, expected expression/),
      )
    })

    test('the error for a missing parameter names it', async () => {
      await expect(lake.client.fetch('*[_type == $missing]')).rejects.toMatchObject(
        rejected(400, /\$missing/),
      )
    })

    test('parameters work in slices', async () => {
      const query = '*[_type == $type] | order(name asc)[$from...$to].name'
      const params = {type: type(), from: 0, to: 1}
      await expect(lake.client.fetch(query, params)).resolves.toEqual(['Old'])
    })

    test('documents by id come in the requested order, with null for missing ones', async () => {
      const ids = ['q2', 'nobody', 'q1'].map(lake.id)
      const documents = await lake.client.getDocuments(ids)
      expect(documents.map((document) => document?.name ?? null)).toEqual([
        'Old',
        null,
        'Published only',
      ])
    })
  })
}
