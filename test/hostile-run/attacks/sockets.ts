import {connect, type Socket} from 'node:net'

import type {Arena, Attack} from '../attack.ts'

const upgrade = (path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`

const messages: Readonly<Record<string, string | Buffer>> = {
  'an upgrade of the path //': upgrade('//'),
  'an upgrade of the path //[': upgrade('//['),
  'an upgrade of an absolute address': upgrade('http://[::1'),
  'an upgrade from a foreign page': upgrade(
    '/v1/socket/production',
    'Origin: https://evil.example\r\n',
  ),
  'an upgrade with a broken key': upgrade('/v1/socket/production').replace('dGhl', '!!'),
  'frames after an upgrade': Buffer.concat([
    Buffer.from(upgrade('/v1/socket/production')),
    Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  ]),
  'a broken percent escape': 'GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'a path of two slashes': 'GET // HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'a path that climbs': 'GET /../../../etc/hostname HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'no host': 'GET / HTTP/1.1\r\n\r\n',
  'a broken host': 'GET / HTTP/1.1\r\nHost: a b:c[d]\r\n\r\n',
  'a foreign host': 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'two lengths':
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd',
  'a length and chunks':
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'a broken chunk':
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'a body that never comes':
    'POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n{',
  'a header of 1 MB': `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`,
  '20,000 headers': `GET / HTTP/1.1\r\nHost: localhost\r\n${'a: b\r\n'.repeat(20_000)}\r\n`,
  'an unknown method': 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'a proxy request': 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n',
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  TLS: Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  'zero bytes': Buffer.alloc(5000),
}

const servers = ['lakeUrl', 'siteUrl'] as const

/** Messages that no client sends, on raw sockets. Each is also reset halfway. */
export const socketAttacks: Attack[] = Object.entries(messages).map(([name, message]) => ({
  kind: 'socket',
  name,
  run: async (arena) => {
    const outcomes = await Promise.all(
      servers.flatMap((server) => [
        send(arena.product[server], message, arena),
        sendAndReset(arena.product[server], message, arena),
      ]),
    )
    return outcomes.filter((outcome) => outcome !== '').join(', ')
  },
}))

/** Returns the first line of the answer. */
function send(url: string, message: string | Buffer, {signal}: Arena): Promise<string> {
  return withSocket(url, (socket, done) => {
    const timer = setTimeout(() => done('no response'), 2000)
    signal.addEventListener('abort', () => done('no response'))
    socket.on('data', (chunk) => done(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1] ?? 'other'))
    socket.on('close', () => done('closed'))
    socket.write(message)
    return () => clearTimeout(timer)
  })
}

/** Writes a part of the message, or all of it, and resets the connection. */
function sendAndReset(url: string, message: string | Buffer, {random}: Arena): Promise<string> {
  const bytes = Buffer.from(message)
  const part = bytes.subarray(0, random.pick(bytes.length, random.integer(bytes.length)))
  return withSocket(url, (socket, done) => {
    socket.write(part, () => {
      socket.resetAndDestroy()
      done('')
    })
    socket.on('close', () => done(''))
    return () => {}
  })
}

async function withSocket(
  url: string,
  work: (socket: Socket, done: (outcome: string) => void) => () => void,
): Promise<string> {
  const {hostname, port} = new URL(url)
  const socket = connect({host: hostname, port: Number(port)})
  const outcome = Promise.withResolvers<string>()
  socket.on('error', () => outcome.resolve('closed'))
  const clear = work(socket, outcome.resolve)
  const result = await outcome.promise
  clear()
  socket.destroy()
  return result
}
