import {afterAll, describe, expect, test} from 'vitest'
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

describe('with tokens', () => {
  const tokens = [{token: 'a-token-of-a-studio', role: 'read' as const, name: 'Editor'}]
  const opened = runLake({tokens})
  afterAll(async () => (await opened).close())

  /** Opens a socket as a browser does, without headers, and sends messages. */
  async function talk(...messages: readonly object[]) {
    const guarded = await opened
    const address = guarded.client.getUrl('/socket/production').replace(/^http/, 'ws')
    const socket = new WebSocket(address, {origin: 'http://localhost:3333'})
    const received: string[] = []
    socket.on('message', (data) => received.push(data instanceof Buffer ? data.toString() : ''))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('open', resolve))
    for (const message of messages) socket.send(JSON.stringify(message))
    return {received, closed, close: () => socket.close()}
  }
  const authorize = (token: string) => ({
    jsonrpc: '2.0',
    id: 'first',
    method: 'authorization',
    params: {authorization: `Bearer ${token}`},
  })
  const subscribe = {jsonrpc: '2.0', id: 'second', method: 'presence_subscribe', params: {}}
  const announce = {
    jsonrpc: '2.0',
    id: 'third',
    method: 'presence_announce',
    params: {data: {sessionId: 's', locations: []}},
  }

  test('a Studio in a browser sends its token in the first message, as to the hosted service', async () => {
    const window = await talk(authorize('a-token-of-a-studio'), subscribe, announce)
    await expect.poll(() => window.received.length).toBe(5)
    expect(window.received[0]).toBe('♥')
    expect(window.received[1]).toBe('{"jsonrpc":"2.0","id":"first","result":true}')
    expect(window.received.join()).toContain('"type":"state"')
    window.close()
  })

  test('a window without a valid token is disconnected, and neither sees nor says anything', async () => {
    const member = await talk(authorize('a-token-of-a-studio'), subscribe)
    await expect.poll(() => member.received.length).toBe(3)
    const strangers = [
      await talk(announce),
      await talk(authorize('another-token-of-16'), announce),
      await talk({...authorize(''), params: {}}, announce),
      await talk({...authorize(''), params: {authorization: 'Basic x'}}, announce),
    ]
    for (const stranger of strangers) {
      // The close code by which a client of the hosted service knows that its token is rejected.
      await expect(stranger.closed).resolves.toBe(4001)
      expect(stranger.received).toEqual([])
    }
    expect(member.received).toHaveLength(3)
    member.close()
  })

  test('a token in a header is accepted too, and a wrong one gets no socket', async () => {
    const guarded = await opened
    const address = guarded.client.getUrl('/socket/production').replace(/^http/, 'ws')
    const open = (token: string) =>
      new WebSocket(address, {headers: {authorization: `Bearer ${token}`}})
    const known = open('a-token-of-a-studio')
    await new Promise((resolve) => known.once('message', resolve))
    known.close()
    const error = await new Promise<Error>((resolve) => open('wrong').once('error', resolve))
    expect(error.message).toContain('401')
  })
})
