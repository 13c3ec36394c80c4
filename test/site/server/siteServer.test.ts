import {once} from 'node:events'
import {request, type IncomingMessage, type Server} from 'node:http'
import {connect, type AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'
import fc from 'fast-check'
import {afterEach, describe, expect, test} from 'vitest'

import {createHandler, HttpError} from '../../../loaders/adapters/http/index.ts'
import {siteServer, type SiteServerOptions} from '../../../site/server/siteServer.ts'
import {pageAddress} from '../../../site/server/pageAddress.ts'
import {workLimits} from '../../../site/server/workQueues.ts'
import {sampleLoader} from '../../support/sampleLoader.ts'

const origin = 'https://community.example'
const running: Server[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

/** Starts a server without a site: it says which part responded. */
async function start(options: Partial<SiteServerOptions> = {}) {
  const errors: unknown[] = []
  const server = siteServer({
    origin,
    pages: {
      respond: ({path, query}) => ({
        status: 200,
        headers: {'content-type': 'text/html'},
        body: new TextEncoder().encode(`page ${path} ${query}`),
      }),
    },
    addressOf: pageAddress,
    hasSession: async (cookie) => cookie.includes('=valid'),
    isSignedShare: async (token) => token !== 'fake',
    api: createHandler({loader: sampleLoader(), siteUrl: origin, basePath: '/api'}),
    live: () => new Response(new ReadableStream()),
    app: {render: async (rendered) => new Response(`app ${new URL(rendered.url).pathname}`)},
    files: (_request, _response, next) => next(),
    load: {isBusy: () => false},
    onError: (error) => errors.push(error),
    ...options,
  })
  running.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = addressOf(server)
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const sent = request({port, path, method, headers: {host: 'community.example', ...headers}})
    sent.end()
    const [received]: IncomingMessage[] = await once(sent, 'response')
    if (!received) throw new Error('The server sent no response')
    return {status: received.statusCode, headers: received.headers, text: await text(received)}
  }
  return {server, port, get, errors}
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server listens on no port')
  return address
}

/** Sends bytes over a connection of its own. Returns what came back until the server closed it or was done. */
async function sendRaw(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.end(bytes)
  await once(socket, 'close')
  return received
}

describe('the site’s server', () => {
  test('sends each address to the part that serves it', async () => {
    const {get} = await start()
    expect((await get('/meetings/?zone=UTC&utm_source=x')).text).toBe('page /meetings/ zone=UTC')
    expect((await get('/meetings/?share=token')).text).toBe('app /meetings/')
    expect((await get('/api/draft-mode/disable')).text).toBe('app /api/draft-mode/disable')
    const events = await get('/api/events.json', {'accept-encoding': 'gzip'})
    expect(events.headers['content-encoding']).toBe('gzip')
    expect(JSON.parse((await get('/api/events.json')).text)).toHaveProperty('events')
    expect((await get('/meetings/search/?q=a')).text).toBe('app /meetings/search/')
    expect((await get('/meetings/search/?q=')).text).toBe('page /meetings/search/ ')
    expect((await get('/api/search?q=a')).text).toBe('app /api/search')
    expect((await get('/es/api/search?q=a')).text).toBe('app /es/api/search')
    expect((await get('/api/search/en.json')).text).toBe('page /api/search/en.json ')
    expect((await get('/api/health')).text).toContain('"status"')
    expect(JSON.parse((await get('/api/nothing')).text)).toMatchObject({error: {code: 'not-found'}})
  })

  test('leads each alias of a page to the page, so that aliases fill neither memory nor disk', async () => {
    const {get} = await start()
    const {status, headers} = await get('/%63ommunity//meetings?zone=UTC')
    expect([status, headers.location]).toEqual([308, '/community/meetings/?zone=UTC'])
  })

  test('sends only a valid session past the cache, so that nobody can make it render each request', async () => {
    const {get} = await start()
    const text = async (cookie: string) => (await get('/meetings/', {cookie})).text
    expect(await text('a=b; touchpoints-preview=valid')).toBe('app /meetings/')
    expect(await text('touchpoints-preview=made-up')).toBe('page /meetings/ ')
    expect(await text('consent=valid')).toBe('page /meetings/ ')
  })

  test('renders no page for a form that is sent to it', async () => {
    const {get} = await start()
    const posted = await get('/meetings/', {}, 'POST')
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
    expect((await get('/api/draft-mode/share', {}, 'POST')).text).toBe('app /api/draft-mode/share')
  })

  test('saves a client the events that it has', async () => {
    const {get} = await start()
    const {headers} = await get('/api/events.json')
    const again = await get('/api/events.json', {'if-none-match': headers.etag ?? ''})
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('hides the cause of an error from visitors and logs it', async () => {
    const secret = new Error('connect ECONNREFUSED 10.0.0.7')
    const {get, errors} = await start({
      pages: {respond: () => Promise.reject(secret)},
      app: {render: () => Promise.reject(secret)},
    })
    for (const path of ['/', '/?share=x']) {
      const {status, text: body} = await get(path)
      expect(status).toBe(500)
      expect(body).not.toContain('10.0.0.7')
    }
    expect(errors).toEqual([secret, secret])
  })

  test('sheds work while it is busy, and serves what is ready', async () => {
    const {get} = await start({load: {isBusy: () => true}})
    const shed = await get('/?share=token')
    expect([shed.status, shed.headers['retry-after']]).toEqual([503, '5'])
    expect((await get('/')).status).toBe(200)
    expect((await get('/api/health')).status).toBe(200)
    expect((await get('/api/events.json')).status).toBe(200)
  })

  test('limits the work in progress: one more request gets a 503, and the others their response', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let rendering = 0
    const {get} = await start({
      limits: {work: {...workLimits, shares: {running: 2, waiting: 1}}},
      app: {
        render: async () => {
          rendering += 1
          await finished
          return new Response('done')
        },
      },
    })
    const accepted = [get('/?share=1'), get('/?share=2')]
    await expect.poll(() => rendering).toBe(2)
    // Which of the two arrives first is open. One waits, the other is refused.
    const further = [get('/?share=3'), get('/?share=4')]
    const refused = await Promise.race(further)
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
    expect((await get('/')).status).toBe(200)
    finish()
    const responses = await Promise.all([...accepted, ...further])
    expect(responses.filter(({text: body}) => body === 'done')).toHaveLength(3)
  })

  test('keeps images and editors apart from shared links, which anyone can send', async () => {
    const {promise: released, resolve: release} = Promise.withResolvers<void>()
    const {get} = await start({
      limits: {work: {...workLimits, shares: {running: 1, waiting: 0}}},
      app: {
        render: async ({url}) => {
          if (url.includes('share=')) await released
          return new Response('done')
        },
      },
    })
    const shares = [get('/?share=1'), get('/?share=2')]
    expect((await Promise.race(shares)).status).toBe(503)
    expect((await get('/media/images/project/dataset/name.png')).text).toBe('done')
    expect((await get('/', {cookie: 'touchpoints-preview=valid'})).text).toBe('done')
    release()
    await Promise.all(shares)
  })

  test('limits searches, which anyone can make up, and serves everything else meanwhile', async () => {
    const {promise: released, resolve: release} = Promise.withResolvers<void>()
    const {get} = await start({
      limits: {work: {...workLimits, searches: {running: 1, waiting: 0}}},
      app: {
        render: async ({url}) => {
          if (url.includes('search')) await released
          return new Response('done')
        },
      },
    })
    const searches = [get('/meetings/search/?q=a'), get('/api/search?q=b')]
    expect((await Promise.race(searches)).status).toBe(503)
    expect((await get('/meetings/search/')).status).toBe(200)
    expect((await get('/?share=1')).text).toBe('done')
    expect((await get('/', {cookie: 'touchpoints-preview=valid'})).text).toBe('done')
    release()
    await Promise.all(searches)
  })

  test('refuses a made-up shared link before any work', async () => {
    const {get} = await start({app: {render: () => Promise.reject(new Error('rendered'))}})
    const {status, headers} = await get('/?share=fake')
    expect([status, headers['cache-control']]).toEqual([410, 'private, no-store'])
  })

  test('limits open streams, and a page that leaves frees its place', async () => {
    let cancelled = 0
    const live = () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('retry: 3000\n\n')),
          cancel: () => {
            cancelled += 1
          },
        }),
      )
    const {port, get} = await start({limits: {streams: 1}, live})
    const stream = request({port, path: '/api/live'})
    stream.on('error', () => {})
    stream.end()
    await once(stream, 'response')
    expect((await get('/api/live')).status).toBe(503)
    stream.destroy()
    await expect.poll(() => cancelled).toBe(1)
  })

  test('refuses connections beyond its limit', async () => {
    const {server, port} = await start({limits: {connections: 1}})
    const first = connect(port, '127.0.0.1')
    await once(first, 'connect')
    await expect.poll(() => connectionsOf(server)).toBe(1)
    const second = connect(port, '127.0.0.1')
    await once(second, 'close')
    first.destroy()
  })

  test('ends a body that fails half-way, so that a cache does not keep half a page', async () => {
    const broken = new Error('The image was interrupted')
    const body = () => {
      let chunks = 0
      return new ReadableStream({
        pull: (controller) => {
          chunks += 1
          if (chunks > 1) controller.error(broken)
          else controller.enqueue(new Uint8Array(1000))
        },
      })
    }
    const {get, errors} = await start({app: {render: async () => new Response(body())}})
    await expect(get('/?share=x')).rejects.toThrow(/aborted|hang up/)
    expect(errors).toEqual([broken])
  })

  test('maps a refusal of a page to its status', async () => {
    const {get, errors} = await start({
      pages: {
        respond: () =>
          Promise.reject(new HttpError(503, 'overloaded', 'Busy', {'retry-after': '5'})),
      },
    })
    expect(await get('/')).toMatchObject({status: 503, text: 'Busy\n'})
    expect(errors).toEqual([])
  })
})

describe('malformed requests', () => {
  const malformed = [
    'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET //evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n',
    'nonsense\r\n\r\n',
    '\0\0\0\0',
  ]

  test.each(malformed)('get a 4xx: %j', async (bytes) => {
    const {port} = await start()
    expect(await sendRaw(port, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test.each([
    'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  ])('to another protocol open none: %j', async (bytes) => {
    const {port, get} = await start()
    expect(await sendRaw(port, bytes)).not.toMatch(/^HTTP\/1\.1 101/)
    expect((await get('/')).status).toBe(200)
  })

  test('of any bytes don’t stop the server, and neither does a client that resets', async () => {
    const {port, get, errors} = await start()
    const line = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom('Host: a', 'Connection: close', 'Expect: 100-continue', 'Upgrade: h2c'),
    )
    const start1 = fc.tuple(
      fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'PRI', 'BREW'),
      fc.oneof(
        fc.webPath(),
        fc.string().map((path) => `/${path}`),
        fc.string(),
      ),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
    )
    const bytes = fc.oneof(
      fc.uint8Array({maxLength: 500}),
      fc
        .tuple(start1, fc.array(line, {maxLength: 5}))
        .map(([parts, lines]) => `${[parts.join(' '), ...lines].join('\r\n')}\r\n\r\n`),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (sent, resets) => {
        if (!resets) {
          await sendRaw(port, sent)
          return
        }
        const socket = connect(port, '127.0.0.1')
        socket.on('error', () => {})
        await once(socket, 'connect')
        socket.write(sent)
        socket.resetAndDestroy()
      }),
      {numRuns: 200},
    )
    expect((await get('/')).status).toBe(200)
    expect(errors).toEqual([])
  })
})

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count))
  })
}
