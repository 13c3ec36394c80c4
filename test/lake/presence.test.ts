import {afterAll, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {runLake} from './support/runLake.ts'

const {client, close} = await runLake()
afterAll(close)

const url = client.getUrl('/socket/production').replace(/^http/, 'ws')

/** Opens a connection like a Studio's window. */
async function openWindow(session: string) {
  const socket = new WebSocket(url, {origin: 'http://localhost:3333'})
  const received: string[] = []
  const results = new Map<string, unknown>()
  socket.on('message', (data) => {
    const text = data instanceof Buffer ? data.toString() : ''
    if (text === '♥') {
      received.push('♥')
      return
    }
    const message = JSON.parse(text)
    if (message.id) results.set(message.id, message.result)
    else
      received.push(
        `${message.params.result.type} ${JSON.stringify(message.params.result.m ?? {})}`,
      )
  })
  await new Promise((resolve) => socket.once('open', resolve))
  let id = 0
  const call = async (method: string, params: Record<string, unknown>) => {
    const request = `${session}-${id++}`
    socket.send(JSON.stringify({jsonrpc: '2.0', id: request, method, params}))
    await expect.poll(() => results.has(request)).toBe(true)
  }
  await call('presence_subscribe', {})
  return {received, call, close: () => socket.close()}
}

test('two windows see each other join, open a document and leave', async () => {
  const [one, two] = [await openWindow('one'), await openWindow('two')]
  // Without a heartbeat, a window shows that it is trying to connect.
  expect(one.received).toEqual(['♥'])
  await one.call('presence_rollcall', {session: 'one'})
  await expect.poll(() => two.received).toContain('rollCall {}')
  await two.call('presence_announce', {data: {sessionId: 'two', locations: [{documentId: 'ada'}]}})
  const state = 'state {"sessionId":"two","locations":[{"documentId":"ada"}]}'
  await expect.poll(() => one.received).toContain(state)
  two.close()
  await expect.poll(() => one.received).toContain('disconnect {"session":"two"}')
  one.close()
})

test('a page of another site gets no socket', async () => {
  const socket = new WebSocket(url, {origin: 'https://evil.example'})
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
  expect(error.message).toContain('403')
})

test('an invalid message does not close the connection', async () => {
  const window = await openWindow('odd')
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send('not JSON')
  socket.send('{"jsonrpc":"2.0"}')
  await window.call('presence_rollcall', {session: 'odd'})
  expect(socket.readyState).toBe(WebSocket.OPEN)
  socket.close()
  window.close()
})
