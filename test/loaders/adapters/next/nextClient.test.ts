import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, test} from 'vitest'

import {draftLoader, nextClient} from '../../../../loaders/adapters/next/index.ts'
import {createLoader} from '../../../../loaders/index.ts'

function recordedLoader() {
  const options: unknown[] = []
  const client = createClient({
    projectId: 'community',
    dataset: 'production',
    apiVersion,
    useCdn: false,
  })
  Reflect.set(client, 'fetch', async (_query: string, _params: object, request: unknown) => {
    options.push(request)
    return {result: [], syncTags: ['s1:a']}
  })
  return {loader: createLoader({client: nextClient(client)}), options}
}

test('published content is cached under the tag that the webhook expires', async () => {
  const {loader, options} = recordedLoader()
  await loader.guests()
  expect(options).toMatchObject([{next: {tags: ['touchpoints'], revalidate: 3600}}])
})

test('published queries have no signal, because React then sends each of them again', async () => {
  const {loader, options} = recordedLoader()
  await loader.guests()
  await loader.preview({token: 'sk-test'}).guests()
  const signals = options.map((request) => Reflect.get(Object(request), 'signal'))
  expect(signals).toEqual([undefined, expect.any(AbortSignal)])
})

test('drafts are never cached, because visitors must not see an editor’s content', async () => {
  const {loader, options} = recordedLoader()
  const draftMode = async () => ({isEnabled: true})
  await (await draftLoader(loader, draftMode, {token: 'sk-test'})).guests()
  expect(options).toMatchObject([{cache: 'no-store', perspective: 'drafts'}])
  expect(JSON.stringify(options)).not.toContain('"next"')
})

test('outside draft mode the loader is that of visitors', async () => {
  const {loader} = recordedLoader()
  expect(await draftLoader(loader, async () => ({isEnabled: false}), {token: 'x'})).toBe(loader)
})
