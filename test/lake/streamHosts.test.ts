import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, describe, expect, test} from 'vitest'
import {StreamTickets} from '../../lake/http/streamTickets.ts'
import {createLake} from '../../lake/index.ts'

const token = 'a-token-of-a-studio'
const lake = createLake({
  file: ':memory:',
  projectId: 'local',
  dataset: 'production',
  tokens: [{token, role: 'write', name: 'Editor'}],
})
afterAll(() => lake.close())

const studio = 'http://localhost:3333'
const address = `http://local.localhost:3900/v${apiVersion}/data/listen/production?query=*`
/** The headers of an event stream in a browser. */
const stream = {
  accept: 'text/event-stream',
  origin: studio,
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
}

const send = (url: string, headers: Record<string, string>, method = 'GET') =>
  lake.fetch(new Request(url, {headers, method}))

/** Requests an event stream as a browser does, and returns the address that the lake redirects it to. */
async function redirected(url = address, headers: Record<string, string> = stream) {
  const response = await send(url, headers)
  expect(response.status).toBe(307)
  // Without it, a browser follows no redirect of a request from another origin.
  expect(response.headers.get('access-control-allow-origin')).toBe(headers['origin'] ?? null)
  return new URL(response.headers.get('location') ?? '', url)
}

/** What a browser sends after a redirect to another origin: no token, and not the origin of the page. */
const afterRedirect = {...stream, origin: 'null'}

/** Returns the first two events of a stream as text, and closes it. */
async function start(response: Response) {
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('data:')) text += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  return text
}

describe('an event stream of a browser', () => {
  test('is sent to a host name of its own, because a browser opens six connections to each', async () => {
    const hosts = new Set<string>()
    for (let streams = 0; streams < 20; streams++) hosts.add((await redirected()).host)
    expect(hosts.size).toBe(20)
    for (const host of hosts) expect(host).toMatch(/^s\d+\.streams\.local\.localhost:3900$/)
  })

  test('opens there with the token of the first request, which the browser does not send again', async () => {
    const target = await redirected(address, {...stream, authorization: `Bearer ${token}`})
    const response = await send(target.href, afterRedirect)
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('null')
    expect(response.headers.get('access-control-allow-credentials')).toBe('true')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const body = JSON.stringify({mutations: [{create: {_id: 'drafts.a', _type: 'guest'}}]})
    const headers = {authorization: `Bearer ${token}`}
    const write = new Request(`http://localhost:3900/v1/data/mutate/production`, {
      method: 'POST',
      headers,
      body,
    })
    expect((await lake.fetch(write)).status).toBe(200)
    let text = ''
    while (!text.includes('"documentId":"drafts.a"')) text += (await reader?.read())?.value ?? ''
    await reader?.cancel()
  })

  test('keeps its position, although a script’s own header is not part of the redirect', async () => {
    const resumable = `${address}&enableResume=true`
    const target = await redirected(resumable, {...stream, 'last-event-id': 'unknown#a'})
    await expect(start(await send(target.href, afterRedirect))).resolves.toContain('event: reset')
    // A polyfill sends it in the address.
    const other = await redirected(`${resumable}&lastEventId=unknown%23a`)
    await expect(start(await send(other.href, afterRedirect))).resolves.toContain('event: reset')
  })

  test('may send any headers there, and the question for them does not use the ticket', async () => {
    const target = await redirected()
    const question = {
      origin: 'null',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-other',
    }
    for (let times = 0; times < 2; times++) {
      const response = await send(target.href, question, 'OPTIONS')
      expect(response.status).toBe(204)
      expect(response.headers.get('access-control-allow-origin')).toBe('null')
      expect(response.headers.get('access-control-allow-credentials')).toBe('true')
      expect(response.headers.get('access-control-allow-headers')).toBe('x-other')
    }
    expect((await send(target.href, afterRedirect)).status).toBe(200)
  })

  test('gets a new ticket when it connects again, also where Chromium does so at the last address', async () => {
    const target = await redirected()
    await start(await send(target.href, afterRedirect))
    const again = await redirected(target.href)
    expect(again.host).not.toBe(target.host)
    expect(again.host).toMatch(/^s\d+\.streams\.local\.localhost:3900$/)
    expect(again.searchParams.getAll('ticket')).not.toEqual(target.searchParams.getAll('ticket'))
    expect(again.searchParams.getAll('ticket')).toHaveLength(1)
    await expect(start(await send(again.href, afterRedirect))).resolves.toContain('event: welcome')
  })

  test('of a page that the lake’s own address serves keeps its origin, as browsers do', async () => {
    const target = await redirected(address, {
      accept: 'text/event-stream',
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
    })
    const own = {...stream, origin: 'http://local.localhost:3900'}
    const response = await send(target.href, own)
    expect(response.headers.get('access-control-allow-origin')).toBe(own.origin)
    await start(response)
  })
})

describe('no redirect', () => {
  const safari =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15'
  const chromium =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  const inNode = {accept: stream.accept, origin: studio, 'sec-fetch-mode': 'cors'}
  const plain = address.replace('local.localhost', 'localhost')

  test.each([
    ['a client in Node, which does not resolve the names', address, inNode],
    [
      'a proxy, which has the address that the browser knows',
      address,
      {...stream, 'x-forwarded-for': '::1'},
    ],
    ['TLS, which needs no further names', address.replace('http:', 'https:'), stream],
    ['an address without names below it', address.replace('local.localhost', '127.0.0.1'), stream],
    ['a browser that does not resolve them', plain, {...stream, 'user-agent': safari}],
  ])('for %s', async (_, url, headers) => {
    const response = await send(url, headers)
    expect(response.status).toBe(200)
    await start(response)
  })

  test('for a request that is no event stream', async () => {
    const query = address.replace('/listen/', '/query/')
    const response = await send(query, {...stream, accept: 'application/json'})
    expect(response.status).toBe(200)
  })

  test('is needed at “localhost” for other browsers', async () => {
    const target = await redirected(plain, {...stream, 'user-agent': chromium})
    expect(target.host).toMatch(/^s\d+\.streams\.localhost:3900$/)
  })
})

describe('a page of another site', () => {
  const foreign = {...stream, origin: 'https://evil.example'}

  test.each([
    ['its own origin', foreign],
    ['the origin of a sandboxed frame', afterRedirect],
    ['no origin, as an image', {...stream, origin: '', 'sec-fetch-mode': 'no-cors'}],
  ])('gets no ticket with %s', async (_, {origin, ...headers}) => {
    const response = await send(address, {...headers, ...(origin !== '' && {origin})})
    expect(response.status).toBe(403)
    expect(response.headers.get('location')).toBeNull()
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('cannot use a ticket, and does not make it invalid', async () => {
    const target = await redirected()
    expect((await send(target.href, foreign)).status).toBe(403)
    expect((await send(target.href, foreign, 'OPTIONS')).status).toBe(403)
    expect((await send(target.href, afterRedirect)).status).toBe(200)
  })

  test('cannot use a ticket a second time, and the error does not repeat it', async () => {
    const target = await redirected()
    await start(await send(target.href, afterRedirect))
    for (const method of ['GET', 'OPTIONS']) {
      const response = await send(target.href, afterRedirect, method)
      expect(response.status).toBe(403)
      await expect(response.text()).resolves.not.toContain(target.searchParams.get('ticket'))
    }
  })

  test('cannot guess a ticket, or use one at another host name', async () => {
    const target = await redirected()
    const guessed = new URL(target)
    guessed.searchParams.set('ticket', 'AAAAAAAAAAAAAAAAAAAAAA')
    expect((await send(guessed.href, afterRedirect)).status).toBe(403)
    const rebound = new URL(target)
    rebound.hostname = 'evil.example'
    expect((await send(rebound.href, afterRedirect)).status).toBe(403)
    const other = new URL(target)
    other.hostname = 'local.localhost'
    expect((await send(other.href, afterRedirect)).status).toBe(403)
    const header = await send(target.href, {...afterRedirect, host: 'evil.example:3900'})
    expect(header.status).toBe(403)
  })

  test('cannot turn the ticket of a stream into another request', async () => {
    const target = await redirected()
    const query = new URL(target)
    query.pathname = query.pathname.replace('/listen/', '/query/')
    const response = await send(query.href, afterRedirect)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    await start(response)
    const post = await send((await redirected()).href, afterRedirect, 'DELETE')
    expect(post.status).toBe(403)
  })
})

describe('tickets', () => {
  const ticket = {url: address, headers: new Headers(), origin: studio, host: 's1.localhost'}

  test('expire, so that an address in a log is of no use', () => {
    let now = 0
    const tickets = new StreamTickets({now: () => now, lifetimeMilliseconds: 100})
    const id = tickets.issue(ticket) ?? ''
    now = 99
    expect(tickets.find(id)).toBe(ticket)
    now = 100
    expect(tickets.find(id)).toBeUndefined()
  })

  test('are bounded, and a page that wants more makes no others invalid', () => {
    let now = 0
    const tickets = new StreamTickets({now: () => now, limit: 2})
    const first = tickets.issue(ticket) ?? ''
    expect(tickets.issue(ticket)).toBeDefined()
    expect(tickets.issue(ticket)).toBeUndefined()
    expect(tickets.find(first)).toBe(ticket)
    tickets.use(first)
    expect(tickets.issue(ticket)).toBeDefined()
    now = 1_000_000
    expect(tickets.issue(ticket)).toBeDefined()
  })

  test('are long enough that nobody guesses one', () => {
    const tickets = new StreamTickets()
    const ids = Array.from({length: 100}, () => tickets.issue(ticket) ?? '')
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16)
  })

  test('that nobody uses leave a stream where it is, without a redirect', async () => {
    const full = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
    const open = () => full.fetch(new Request(address, {headers: stream}))
    const statuses: number[] = []
    for (let streams = 0; streams < 201; streams++) statuses.push((await open()).status)
    expect(statuses.slice(-2)).toEqual([307, 200])
    full.close()
  })
})
