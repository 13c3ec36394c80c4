import * as fc from 'fast-check'
import {once} from 'node:events'
import {connect} from 'node:net'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Leaving, sendRaw} from './support/sendRaw.ts'
import {type LakeServer, startLakeServer} from './support/startLakeServer.ts'

let server: LakeServer
beforeAll(async () => {
  server = await startLakeServer()
})
afterAll(() => server.kill())

const leavings = ['end', 'close', 'reset'] as const satisfies readonly Leaving[]
const upgrade = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]
const request = (target: string, headers: readonly string[], method = 'GET') =>
  Buffer.from(`${method} ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`, 'latin1')

describe('an upgrade does not end the process', () => {
  test.each(['//', '///', '/%', '*', 'http://', 'http://[', '/v1/socket/production'])(
    'with the target %s, however its client leaves',
    async (target) => {
      for (const leaving of leavings) {
        for (const host of ['localhost', 'evil.example', '[', '']) {
          const bytes = request(target, [`Host: ${host}`, ...upgrade])
          await sendRaw(server.port, bytes, leaving)
          await sendRaw(server.port, Buffer.concat([bytes, Buffer.alloc(2_000, 0xff)]), leaving)
        }
      }
      expect(await server.serves()).toBe(true)
    },
  )

  test('when many clients are refused and reset at once', async () => {
    const bytes = request('/v1/socket/production', ['Host: evil.example', ...upgrade])
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({length: 40}, () => sendRaw(server.port, bytes, 'reset')))
    }
    expect(await server.serves()).toBe(true)
  })
})

test.each([
  ['a target that is no path', request('*', ['Host: localhost']), 400],
  ['a host that is no host', request('/v1/ping', ['Host: a b']), 400],
  ['no host', request('/v1/ping', []), 400],
  ['bytes that are not HTTP', Buffer.from('\u0016\u0003\u0001\r\n\r\n'), 400],
  ['headers that are too long', request('/', ['Host: localhost', `X: ${'x'.repeat(20_000)}`]), 431],
  [
    'an absolute target elsewhere',
    request('http://evil.example/v1/ping', ['Host: localhost']),
    403,
  ],
  ['an upgrade to another path', request('/v1/x', ['Host: localhost', ...upgrade]), 404],
  ['an upgrade of a bad escape', request('/v1/socket/%', ['Host: localhost', ...upgrade]), 400],
])('%s gets an error', async (_name, bytes, status) => {
  await expect(sendRaw(server.port, bytes, 'end')).resolves.toMatch(`HTTP/1.1 ${status} `)
})

const token = fc.constantFrom(
  '',
  'a',
  '%',
  '%zz',
  '%00',
  '\0',
  '//',
  '\\',
  '..',
  '[',
  '*',
  'é',
  '@',
)
const target = fc.oneof(
  fc.constantFrom('*', '//', 'http://', 'http://evil.example/', 'localhost:1', '?', ''),
  fc
    .tuple(
      fc.constantFrom(
        '/',
        '/v1/socket/',
        '/v1/data/query/production?query=',
        '/v1/data/doc/production/',
        '/v1/data/listen/production?query=*&x=',
        '/v1/data/live/events/production?',
        '/v1/data/history/production/documents/',
        '/v1/data/mutate/production?',
        '/v1/assets/images/production?filename=',
        '/v1/users/',
        '/images/local/production/',
      ),
      fc.array(fc.oneof(token, fc.string({maxLength: 8})), {maxLength: 4}),
    )
    .map(([start, rest]) => start + rest.join('')),
  fc.string({maxLength: 40}),
)
const value = (...known: string[]) =>
  fc.oneof(fc.constantFrom(...known), token, fc.string({maxLength: 20, unit: 'binary'}))
const header = fc.oneof(
  value('localhost', '127.0.0.1:99999', 'evil.example', '[::1').map((host) => `Host: ${host}`),
  value('Upgrade', 'keep-alive', 'close, Upgrade').map((text) => `Connection: ${text}`),
  value('websocket', 'h2c').map((text) => `Upgrade: ${text}`),
  value('13', '99').map((text) => `Sec-WebSocket-Version: ${text}`),
  value('dGhlIHNhbXBsZSBub25jZQ==').map((text) => `Sec-WebSocket-Key: ${text}`),
  value('permessage-deflate; x=').map((text) => `Sec-WebSocket-Extensions: ${text}`),
  value('0', '-1', '99999999999999999999', '5').map((text) => `Content-Length: ${text}`),
  value('chunked', 'gzip, chunked').map((text) => `Transfer-Encoding: ${text}`),
  value('null', 'http://localhost:3333', 'http://[').map((text) => `Origin: ${text}`),
  value('bytes=5-1', 'bytes=-').map((text) => `Range: ${text}`),
  value('100-continue', 'x').map((text) => `Expect: ${text}`),
  value('Bearer x', 'Bearer').map((text) => `Authorization: ${text}`),
  value('x#y').map((text) => `Last-Event-ID: ${text}`),
  fc.string({maxLength: 20, unit: 'binary'}),
)
const method = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'HEAD',
  'OPTIONS',
  'CONNECT',
  'TRACE',
  'get',
  '',
)
const message = fc
  .record({
    method,
    target,
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'X'),
    headers: fc.array(header, {maxLength: 8}),
    body: fc.oneof(fc.constantFrom('', '{}', '5\r\nab', '[['), fc.string({unit: 'binary'})),
  })
  .map(({method: verb, target: path, version, headers, body}) =>
    Buffer.from(`${verb} ${path} ${version}\r\n${headers.join('\r\n')}\r\n\r\n${body}`, 'latin1'),
  )
/** The start of a valid handshake or request, so that more of the input gets past the parser. */
const valid = fc
  .tuple(
    target.filter((path) => !/[\r\n\0 ]/.test(path)),
    fc.boolean(),
    fc.array(header, {maxLength: 3}),
    fc.uint8Array({maxLength: 200}),
  )
  .map(([path, isUpgrade, headers, rest]) => {
    const all = ['Host: localhost', ...(isUpgrade ? upgrade : []), ...headers]
    return Buffer.concat([request(path, all), Buffer.from(rest)])
  })

test('no bytes end the process, and none cause an error of the lake', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(message, valid),
      fc.constantFrom(...leavings),
      async (bytes, leaving) => {
        const response = await sendRaw(server.port, bytes, leaving)
        expect(response).not.toMatch(/^HTTP\/1\.1 50[0-2]/)
        expect(await server.serves()).toBe(true)
      },
    ),
    {numRuns: 300, seed: 12},
  )
  expect(server.errors()).toBe('')
})

describe('what a client may hold open is limited', () => {
  test('requests with headers that do not end', async () => {
    const limited = await startLakeServer({serve: {limits: {headersMilliseconds: 100}}})
    const socket = connect(limited.port, '127.0.0.1')
    socket.write('GET /v1/ping HTTP/1.1\r\nHost: localhost\r\n')
    const [chunk] = await once(socket, 'data')
    expect(String(chunk)).toContain('408 Request Timeout')
    await once(socket, 'close')
    await limited.kill()
  })

  test('connections without data', async () => {
    const limited = await startLakeServer({serve: {limits: {idleMilliseconds: 100}}})
    const socket = connect(limited.port, '127.0.0.1')
    await once(socket, 'close')
    expect(await limited.serves()).toBe(true)
    await limited.kill()
  })

  test('connections', async () => {
    const limited = await startLakeServer({serve: {limits: {connections: 3}}})
    const sockets = [1, 2, 3].map(() => connect(limited.port, '127.0.0.1'))
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    const refused = connect(limited.port, '127.0.0.1')
    refused.on('error', () => {})
    await new Promise((resolve) => refused.once('close', resolve))
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => limited.serves().catch(() => false)).toBe(true)
    await limited.kill()
  })

  test('presence sockets', async () => {
    const limited = await startLakeServer({serve: {limits: {sockets: 1}}})
    const open = () => {
      const socket = connect(limited.port, '127.0.0.1')
      socket.write(request('/v1/socket/production', ['Host: localhost', ...upgrade]))
      return socket
    }
    const first = open()
    expect(String(await once(first, 'data'))).toContain('101 Switching Protocols')
    const refused = String(await once(open(), 'data'))
    expect(refused).toContain('503 Service Unavailable')
    expect(refused).toContain('retry-after: 30')
    first.destroy()
    await limited.kill()
  })

  test.skipIf(process.platform === 'win32')(
    'file descriptors (Windows has no such limit)',
    async () => {
      const shell = ['/bin/sh', '-c', 'ulimit -n 60; exec "$@"', 'sh']
      const limited = await startLakeServer({}, shell)
      const sockets = Array.from({length: 80}, () => connect(limited.port, '127.0.0.1'))
      for (const socket of sockets) socket.on('error', () => {})
      await Promise.race(sockets.map((socket) => once(socket, 'close')))
      for (const socket of sockets) socket.destroy()
      await expect.poll(() => limited.serves().catch(() => false)).toBe(true)
      await limited.kill()
    },
  )
})

test('closing the server does not wait for its clients', async () => {
  const closing = await startLakeServer()
  const idle = connect(closing.port, '127.0.0.1')
  const half = connect({port: closing.port, host: '127.0.0.1', allowHalfOpen: true})
  const listener = connect(closing.port, '127.0.0.1')
  const presence = connect(closing.port, '127.0.0.1')
  const sockets = [idle, half, listener, presence]
  for (const socket of sockets) socket.on('error', () => {})
  // A refused upgrade, and its client keeps its side open.
  half.write(request('/v1/x', ['Host: localhost', ...upgrade]))
  listener.write(request('/v1/data/listen/production?query=*', ['Host: localhost']))
  presence.write(request('/v1/socket/production', ['Host: localhost', ...upgrade]))
  await Promise.all([half, listener, presence].map((socket) => once(socket, 'data')))
  const ended = once(closing.child, 'exit')
  closing.child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  for (const socket of sockets) socket.destroy()
})
