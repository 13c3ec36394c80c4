import {firstValueFrom, take, toArray} from 'rxjs'
import type {ClientConfig} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

async function run(resource: NonNullable<ClientConfig['resource']>) {
  const running = await runLake({datasets: [{projectId: 'shop', dataset: 'production'}]})
  onTestFinished(running.close)
  return {...running, client: running.clientWith({resource})}
}

const shop = {type: 'dataset', id: 'shop.production'} as const

test('a client with a dataset as its resource reads and writes it, and no other', async () => {
  const {client, lake} = await run(shop)
  const welcomed = Promise.withResolvers<void>()
  const events = firstValueFrom(
    client.listen('*', {}, {events: ['welcome', 'mutation']}).pipe(take(2), toArray()),
  )
  const subscription = client
    .listen('*', {}, {events: ['welcome']})
    .subscribe(() => welcomed.resolve())
  await welcomed.promise
  subscription.unsubscribe()
  await client.create({_id: 'a', _type: 'post', title: 'first'})
  expect(await client.fetch('*[_id == "a"][0].title')).toBe('first')
  expect(await client.getDocument('a')).toMatchObject({title: 'first'})
  expect(await client.getDocuments(['a'])).toHaveLength(1)
  await client.patch('a').set({title: 'second'}).commit()
  await client.action({
    actionType: 'sanity.action.document.delete',
    publishedId: 'a',
    includeDrafts: [],
  })
  expect(await events).toMatchObject([{type: 'welcome'}, {type: 'mutation', documentId: 'a'}])
  expect(lake.count()).toBe(0)
  expect(lake.find({projectId: 'shop', dataset: 'production'})?.count()).toBe(0)
})

test('a resource that does not exist is an error that names it', async () => {
  const {client} = await run({type: 'dataset', id: 'shop.staging'})
  await expect(client.fetch('*')).rejects.toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('"staging"'),
  })
})

test.each(['canvas', 'dashboard', 'media-library', 'knowledge-base'] as const)(
  'a resource of the type %s is an error that names it, instead of another dataset',
  async (type) => {
    const {client} = await run({type, id: 'abc'})
    await expect(client.fetch('*')).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining(`"${type}"`),
    })
  },
)

test.each([{variant: 'mobile'}, {variant: {device: 'mobile'}}])(
  'a variant is an error, because the result without it would be wrong: %j',
  async (config) => {
    const {clientWith} = await run(shop)
    await expect(clientWith(config).fetch('*')).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining('variant'),
    })
  },
)
