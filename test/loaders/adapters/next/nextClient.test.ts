import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, test} from 'vitest'

import {draftLoader, nextClient} from '../../../../loaders/adapters/next/index.ts'
import {createLoader} from '../../../../loaders/index.ts'

function asked() {
  const options: unknown[] = []
  const client = createClient({
    projectId: 'community',
    dataset: 'production',
    apiVersion,
    useCdn: false,
  })
  Reflect.set(client, 'fetch', async (_query: string, _params: object, given: unknown) => {
    options.push(given)
    return {result: [], syncTags: ['s1:a']}
  })
  return {loader: createLoader({client: nextClient(client)}), options}
}

test('published content is kept under the tag that the webhook names', async () => {
  const {loader, options} = asked()
  await loader.guests()
  expect(options).toMatchObject([{next: {tags: ['touchpoints'], revalidate: 3600}}])
})

test('drafts are never kept: an editor’s view must not be served to a visitor', async () => {
  const {loader, options} = asked()
  const draftMode = async () => ({isEnabled: true})
  await (await draftLoader(loader, draftMode, {token: 'sk-test'})).guests()
  expect(options).toMatchObject([{cache: 'no-store', perspective: 'drafts'}])
  expect(JSON.stringify(options)).not.toContain('"next"')
})

test('outside draft mode the loader is the visitors’ one', async () => {
  const {loader} = asked()
  expect(await draftLoader(loader, async () => ({isEnabled: false}), {token: 'x'})).toBe(loader)
})
