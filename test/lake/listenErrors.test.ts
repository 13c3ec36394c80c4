import {ChannelError, type ClientConfig, ConnectionFailedError} from '@sanity/client'
import type {Observable} from 'rxjs'
import {afterAll, describe, expect, test} from 'vitest'
import {runLake} from './support/runLake.ts'

const {clientWith, url, close} = await runLake()
afterAll(close)

/** Returns the error of a listener. */
function listenError(query: string, config: ClientConfig = {}, tag?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const options = {events: ['welcome' as const], ...(tag !== undefined && {tag})}
    const subscription = clientWith(config)
      .listen(query, {}, options)
      .subscribe({
        next: () => {
          subscription.unsubscribe()
          reject(new Error('The listener was opened'))
        },
        error: resolve,
      })
  })
}

describe('a listener that the lake cannot serve', () => {
  test('learns where its query is wrong, as from the hosted service', async () => {
    const error = await listenError('*[_type == ')
    expect(error).toBeInstanceOf(ChannelError)
    expect(error).toHaveProperty(
      'message',
      expect.stringMatching(/^GROQ query parse error:\n> 1 \| \*\[_type == /),
    )
    expect(error).toHaveProperty('data.error', {
      type: 'queryParseError',
      description: expect.any(String),
      query: '*[_type == ',
      start: 10,
      end: 11,
      line: 1,
      column: 11,
    })
    const tagged = await listenError('*[', {}, 'its.tag')
    expect(tagged).toHaveProperty('message', expect.stringContaining('Tag: its.tag'))
  })

  test('learns that a parameter is missing, or that its dataset does not exist', async () => {
    const parameter = await listenError('*[_type == $type]')
    expect(parameter).toBeInstanceOf(ChannelError)
    expect(parameter).toHaveProperty('message', expect.stringContaining('$type'))
    const dataset = await listenError('*', {dataset: 'other'})
    expect(dataset).toBeInstanceOf(ChannelError)
    expect(dataset).toHaveProperty('message', expect.stringMatching(/^Dataset "other" not found/))
  })

  test('gets the reason from a page too, where a browser would hide the body of a failure', async () => {
    const headers = {origin: 'http://localhost:3333'}
    const response = await fetch(`${url}/v1/data/listen/production?query=*[`, {headers})
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('access-control-allow-origin')).toBe(headers.origin)
    // The stream ends, because nothing follows.
    await expect(response.text()).resolves.toMatch(/^event: channelError\ndata: .*\n\n$/)
  })

  test('keeps the status of an unknown token, by which a client does not try again', async () => {
    const guarded = await runLake({
      tokens: [{token: 'a-token-of-this-test', role: 'read', name: 'Site'}],
    })
    const error = await new Promise<unknown>((resolve) => {
      guarded.clientWith({token: 'another-token-of-it'}).listen('*').subscribe({error: resolve})
    })
    expect(error).toBeInstanceOf(ConnectionFailedError)
    expect(error).toHaveProperty('status', 401)
    await guarded.close()
  })
})

describe('in a lake with several projects, a stream without a project', () => {
  // As @sanity/client sends it: with \`useProjectHostname: false\`, only its other requests have the header.
  const several = runLake({
    datasets: [
      {projectId: 'shop', dataset: 'production'},
      {projectId: 'shop', dataset: 'staging'},
    ],
  })
  afterAll(async () => (await several).close())

  /** Returns the error of a stream, or `open` if it has none. */
  async function outcome(stream: 'listen' | 'live', config: ClientConfig): Promise<unknown> {
    const client = (await several).clientWith(config)
    return new Promise((resolve) => {
      const events: Observable<unknown> =
        stream === 'listen' ? client.listen('*', {}, {events: ['welcome']}) : client.live.events()
      const subscription = events.subscribe({
        next: () => {
          resolve('open')
          setImmediate(() => subscription.unsubscribe())
        },
        error: resolve,
      })
    })
  }

  test.each(['listen', 'live'] as const)('says how to name it: %s', async (stream) => {
    const error = await outcome(stream, {})
    expect(error).toBeInstanceOf(ChannelError)
    expect(error).toHaveProperty(
      'message',
      `The request names no project, and this lake has the projects "local", "shop". Use the host <project>.localhost, or send the header X-Sanity-Project-ID, for listeners with createClient({headers: {'X-Sanity-Project-ID': '<project>'}}).`,
    )
  })

  test.each(['listen', 'live'] as const)(
    'names the only project that has the dataset: %s',
    async (stream) => {
      const error = await outcome(stream, {dataset: 'staging'})
      expect(error).toHaveProperty(
        'message',
        expect.stringMatching(/Only "shop" has a dataset "staging"\. Use the host shop\.localhost/),
      )
    },
  )

  test.each(['listen', 'live'] as const)('opens with what the error says: %s', async (stream) => {
    const headers = {'X-Sanity-Project-ID': 'shop'}
    expect(await outcome(stream, {dataset: 'staging', headers})).toBe('open')
  })
})
