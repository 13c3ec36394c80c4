import {createServer, type RequestListener} from 'node:http'
import {lookup} from 'node:dns'
import {isValidSignature} from '@sanity/webhook'
import {describe, expect, onTestFinished, test} from 'vitest'
import {requestSender} from '../../../lake/webhooks/sendRequest.ts'
import {sign} from '../../../lake/webhooks/signature.ts'

/** Starts a receiver. @returns its address */
async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port')
  return `http://127.0.0.1:${address.port}/`
}

const request = {method: 'POST', headers: {'x-test': 'yes'}, body: '{"a":"ü"}'}
const never = new AbortController().signal

describe('a request of a webhook', () => {
  const send = requestSender({lookup})

  test('has the method, the headers and the body', async () => {
    let received = ''
    const url = await receiver((incoming, response) => {
      incoming.on('data', (chunk: Buffer) => (received += chunk.toString()))
      incoming.on('end', () => response.writeHead(202).end(String(incoming.headers['x-test'])))
    })
    const outcome = await send({...request, url}, never)
    expect(outcome).toEqual({kind: 'answered', status: 202, body: 'yes', retryAfter: undefined})
    expect(received).toBe(request.body)
  })

  test('does not follow a redirect, which could lead to a host that is not allowed', async () => {
    let requests = 0
    const url = await receiver((_, response) => {
      requests++
      response.writeHead(307, {location: '/secret'}).end()
    })
    expect(await send({...request, url}, never)).toMatchObject({kind: 'answered', status: 307})
    expect(requests).toBe(1)
  })

  test('keeps the start of an endless response, and closes the connection', async () => {
    const closed = Promise.withResolvers<void>()
    const url = await receiver((_, response) => {
      response.writeHead(200)
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) continue
      }
      response.on('drain', write)
      response.on('close', () => closed.resolve())
      write()
    })
    const body = 'x'.repeat(4_096)
    expect(await send({...request, url}, never)).toMatchObject({status: 200, body})
    await closed.promise
  })

  test('ends when a receiver sends a byte now and then, and never the end', async () => {
    const url = await receiver((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 10)
      response.on('close', () => clearInterval(timer))
    })
    const quick = requestSender({lookup, timeoutMilliseconds: 100})
    expect(await quick({...request, url}, never)).toEqual({kind: 'timeout'})
  })

  test('ends when a receiver accepts the connection and sends nothing', async () => {
    const url = await receiver(() => {})
    const quick = requestSender({lookup, timeoutMilliseconds: 100})
    expect(await quick({...request, url}, never)).toEqual({kind: 'timeout'})
  })

  test('ends when a receiver switches protocols, because the client no longer reads that connection', async () => {
    const url = await receiver((incoming) => {
      incoming.socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\n')
      incoming.socket.write('upgrade: other\r\n\r\n')
    })
    expect(await send({...request, url}, never)).toMatchObject({kind: 'answered', status: 101})
  })

  test('ends after its time, also when nothing more comes from the client', async () => {
    const quick = requestSender({lookup: () => {}, timeoutMilliseconds: 100})
    const url = 'http://hooks.example.org/'
    expect(await quick({...request, url}, never)).toEqual({kind: 'timeout'})
  })

  test('ends when the lake closes', async () => {
    const closing = new AbortController()
    const url = await receiver(() => closing.abort())
    expect(await send({...request, url}, closing.signal)).toMatchObject({kind: 'network'})
  })

  test('fails when a receiver closes the connection without a response', async () => {
    const url = await receiver((incoming) => incoming.socket.destroy())
    expect(await send({...request, url}, never)).toMatchObject({kind: 'network'})
  })

  test('fails when Node refuses the request, so that the next one is sent', async () => {
    const headers = {'x-test': 'a\nb'}
    const url = 'http://127.0.0.1:1/'
    expect(await send({...request, url, headers}, never)).toMatchObject({kind: 'network'})
  })

  test('fails when nothing listens, and says why', async () => {
    const url = 'http://127.0.0.1:1/'
    expect(await send({...request, url}, never)).toMatchObject({
      kind: 'network',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test('fails when the headers of a response are too large', async () => {
    const url = await receiver((_, response) => {
      response.writeHead(200, {'x-large': 'y'.repeat(100_000)}).end()
    })
    expect(await send({...request, url}, never)).toMatchObject({kind: 'network'})
  })

  test('connects only to what the guard resolves', async () => {
    const refusing = requestSender({
      lookup: (_name, _options, callback) => callback(new Error('refused'), ''),
    })
    const url = 'http://hooks.example.org/'
    expect(await refusing({...request, url}, never)).toEqual({kind: 'network', reason: 'refused'})
  })
})

test('a signature is the one that @sanity/webhook verifies, also for text that is not ASCII', async () => {
  const body = '{"title":"Zürich 東京"}'
  const header = sign(body, Date.parse('2030-01-01T00:00:00Z'), 'secret')
  expect(await isValidSignature(body, header, 'secret')).toBe(true)
  expect(await isValidSignature(`${body} `, header, 'secret')).toBe(false)
  expect(await isValidSignature(body, header, 'another')).toBe(false)
})
