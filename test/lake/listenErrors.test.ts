import {ChannelError, type ClientConfig, ConnectionFailedError} from '@sanity/client'
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
