import {expect, test} from 'vitest'

import {sanityFetchClient, type SanityFetch} from '../../../../loaders/adapters/next/index.ts'
import {createLoader} from '../../../../loaders/index.ts'

function recorded() {
  const requests: Parameters<SanityFetch>[0][] = []
  const sanityFetch: SanityFetch = async (options) => {
    requests.push(options)
    return {data: {items: [], labels: []}, tags: ['community', 'sanity:s1:abc', 'sanity:s1:def']}
  }
  return {loader: createLoader({client: sanityFetchClient(sanityFetch)}), requests}
}

test('the sync tags are those of the lake, because live events carry them without a prefix', async () => {
  const {loader} = recorded()
  expect((await loader.guests()).syncTags).toEqual(['s1:abc', 's1:def'])
})

test('the data has no stega characters, because views reject them in slugs and dates', async () => {
  const {loader, requests} = recorded()
  await loader.guests()
  expect(requests).toEqual([
    {
      query: expect.stringContaining('_type == "guest"'),
      params: {},
      perspective: 'published',
      stega: false,
      requestTag: 'touchpoints.guests',
    },
  ])
})

test('a preview reads its perspective, and sends no token, because next-sanity has its own', async () => {
  const {loader, requests} = recorded()
  await loader.preview({token: 'sk-secret', perspective: ['rSpring']}).guests()
  expect(requests).toMatchObject([{perspective: ['rSpring']}])
  expect(JSON.stringify(requests)).not.toContain('sk-secret')
})
