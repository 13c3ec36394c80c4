import {expect, test} from 'vitest'

import {
  liveChanges,
  type LiveClient,
  type LiveEvent,
  type LiveMessage,
} from '../../../loaders/preview/liveChanges.ts'

/** Live events of a lake that a test controls. */
function lake() {
  let unsubscribed = 0
  const observers: {next: (event: LiveEvent) => void; error: (error: unknown) => void}[] = []
  const client: LiveClient = {
    events: () => ({
      subscribe: (observer) => {
        observers.push(observer)
        return {unsubscribe: () => void (unsubscribed += 1)}
      },
    }),
  }
  const send = (event: LiveEvent) => observers.at(-1)?.next(event)
  const fail = () => observers.at(-1)?.error(new Error('The lake closed the connection'))
  return {client, send, fail, connections: () => observers.length, closed: () => unsubscribed}
}

test('all listeners share one connection, which opens with the first listener', () => {
  const {client, send, connections} = lake()
  const changes = liveChanges(client)
  expect(connections()).toBe(0)
  const received: LiveMessage[] = []
  for (let count = 0; count < 3; count++) changes.subscribe((message) => received.push(message))
  expect(connections()).toBe(1)
  send({type: 'message', tags: ['s1:guest']})
  expect(received).toEqual(Array(3).fill({type: 'message', tags: ['s1:guest']}))
})

test('after a gap every listener receives a restart, because anything may have changed', async () => {
  const {client, send, fail, connections} = lake()
  const changes = liveChanges(client, {retryAfter: 1})
  const received: string[] = []
  changes.subscribe(({type}) => received.push(type))
  send({type: 'welcome'})
  expect(changes.isConnected()).toBe(true)
  fail()
  expect(changes.isConnected()).toBe(false)
  await expect.poll(connections).toBe(2)
  send({type: 'welcome'})
  expect(changes.isConnected()).toBe(true)
  expect(received).toEqual(['restart', 'restart'])
})

test('the position changes with each message and in each process, so that a page can see what it missed', () => {
  const {client, send} = lake()
  const changes = liveChanges(client)
  changes.subscribe(() => {})
  const before = changes.position()
  expect(changes.position()).toBe(before)
  send({type: 'message', tags: ['s1:guest']})
  expect(changes.position()).not.toBe(before)
  expect(liveChanges(client).position().split('.')[0]).not.toBe(before.split('.')[0])
})

test('a listener that throws does not keep the others from receiving messages', () => {
  const {client, send} = lake()
  const changes = liveChanges(client)
  changes.subscribe(() => {
    throw new TypeError('The stream is closed')
  })
  const received: string[] = []
  changes.subscribe(({type}) => received.push(type))
  send({type: 'message', tags: []})
  send({type: 'message', tags: []})
  expect(received).toEqual(['message', 'message'])
})

test('a listener that unsubscribed receives nothing more', () => {
  const {client, send} = lake()
  const received: string[] = []
  const unsubscribe = liveChanges(client).subscribe(({type}) => received.push(type))
  unsubscribe()
  send({type: 'welcome'})
  expect(received).toEqual([])
})

test('a lake that accepts a connection and never answers is given up, and tried again', async () => {
  const {client, send, connections, closed} = lake()
  const changes = liveChanges(client, {retryAfter: 1, connectTimeout: 5})
  changes.subscribe(() => {})
  await expect.poll(connections).toBeGreaterThan(2)
  expect(closed()).toBeGreaterThan(1)
  expect(changes.isConnected()).toBe(false)
  send({type: 'welcome'})
  expect(changes.isConnected()).toBe(true)
})

test('a client that reconnects by itself without success is given up too', async () => {
  const {client, send, connections} = lake()
  const changes = liveChanges(client, {retryAfter: 1, connectTimeout: 20})
  changes.subscribe(() => {})
  send({type: 'welcome'})
  for (let attempt = 0; attempt < 5; attempt++) send({type: 'reconnect'})
  await expect.poll(connections).toBeGreaterThan(1)
})

test('listeners learn once that the connection was lost, so that a monitor checks the lake', () => {
  const {client, send, fail} = lake()
  const changes = liveChanges(client)
  changes.subscribe(() => {})
  let losses = 0
  const remove = changes.onLost(() => (losses += 1))
  send({type: 'welcome'})
  send({type: 'reconnect'})
  send({type: 'reconnect'})
  fail()
  expect(losses).toBe(1)
  remove()
  send({type: 'welcome'})
  send({type: 'reconnect'})
  expect(losses).toBe(1)
})

test('a silent connection can be renewed, and there is one at a time', async () => {
  const {client, send, fail, connections, closed} = lake()
  const changes = liveChanges(client, {retryAfter: 1})
  changes.reconnect()
  expect(connections()).toBe(0)
  changes.subscribe(() => {})
  send({type: 'welcome'})
  changes.reconnect()
  expect([connections(), closed(), changes.isConnected()]).toEqual([2, 1, false])
  fail()
  changes.reconnect()
  const after = connections()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(connections()).toBe(after)
})
