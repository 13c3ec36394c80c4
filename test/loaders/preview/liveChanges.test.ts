import {expect, test} from 'vitest'

import {
  liveChanges,
  type LiveClient,
  type LiveEvent,
  type LiveMessage,
} from '../../../loaders/preview/liveChanges.ts'

/** A lake's live events that a test tells itself. */
function lake() {
  const observers: {next: (event: LiveEvent) => void; error: (error: unknown) => void}[] = []
  const client: LiveClient = {
    events: () => ({
      subscribe: (observer) => {
        observers.push(observer)
        return {unsubscribe: () => {}}
      },
    }),
  }
  const tell = (event: LiveEvent) => observers.at(-1)?.next(event)
  const fail = () => observers.at(-1)?.error(new Error('The lake went away'))
  return {client, tell, fail, connections: () => observers.length}
}

test('however many listen, there is one connection, made when the first one does', () => {
  const {client, tell, connections} = lake()
  const changes = liveChanges(client)
  expect(connections()).toBe(0)
  const heard: LiveMessage[] = []
  for (let count = 0; count < 3; count++) changes.follow((message) => heard.push(message))
  expect(connections()).toBe(1)
  tell({type: 'message', tags: ['s1:guest']})
  expect(heard).toEqual(Array(3).fill({type: 'message', tags: ['s1:guest']}))
})

test('after a gap everyone is told that anything may have changed', async () => {
  const {client, tell, fail, connections} = lake()
  const changes = liveChanges(client, {retryAfter: 1})
  const heard: string[] = []
  changes.follow(({type}) => heard.push(type))
  tell({type: 'welcome'})
  expect(changes.isConnected()).toBe(true)
  fail()
  expect(changes.isConnected()).toBe(false)
  await expect.poll(connections).toBe(2)
  tell({type: 'welcome'})
  expect(changes.isConnected()).toBe(true)
  expect(heard).toEqual(['restart', 'restart'])
})

test('its position is another after each message, and in each process', () => {
  const {client, tell} = lake()
  const changes = liveChanges(client)
  changes.follow(() => {})
  const before = changes.position()
  expect(changes.position()).toBe(before)
  tell({type: 'message', tags: ['s1:guest']})
  expect(changes.position()).not.toBe(before)
  expect(liveChanges(client).position().split('.')[0]).not.toBe(before.split('.')[0])
})

test('one that cannot be told does not keep the others from hearing', () => {
  const {client, tell} = lake()
  const changes = liveChanges(client)
  changes.follow(() => {
    throw new TypeError('The stream is closed')
  })
  const heard: string[] = []
  changes.follow(({type}) => heard.push(type))
  tell({type: 'message', tags: []})
  tell({type: 'message', tags: []})
  expect(heard).toEqual(['message', 'message'])
})

test('who ended the listening hears nothing more', () => {
  const {client, tell} = lake()
  const heard: string[] = []
  const end = liveChanges(client).follow(({type}) => heard.push(type))
  end()
  tell({type: 'welcome'})
  expect(heard).toEqual([])
})
