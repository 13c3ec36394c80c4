import {expect, test} from 'vitest'

import {createEditorsHandler} from '../../../loaders/adapters/http/index.ts'
import {readEditorsEvents, type Secrets} from '../../../studio/calendar/readEditorsEvents.ts'

const window = {from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z'}
const url = 'https://example.org/api/editors/events'
const {signal} = new AbortController()

/** Returns secrets that count how often a new one is created. */
function countingSecrets(first?: string): Secrets & {created: () => number} {
  let [current, created] = [first, 0]
  return {
    current: () => current,
    renew: async () => {
      created += 1
      current = 'good'
      return current
    },
    created: () => created,
  }
}

const handler = createEditorsHandler({
  loader: {events: async () => ({data: [], problems: [], syncTags: []})},
  validate: async (secretUrl) => ({isValid: secretUrl.endsWith('=good')}),
})
const served: typeof globalThis.fetch = (input, init) => handler(new Request(input, init))

test('a secret is created when the server requires one, and reused for later requests', async () => {
  const secrets = countingSecrets()
  const read = () => readEditorsEvents(url, window, {fetch: served, signal, secrets})
  expect(await read()).toEqual({events: [], problems: [], feeds: []})
  await read()
  expect(secrets.created()).toBe(1)
})

test('an expired secret is replaced, so that an open Studio keeps working', async () => {
  const secrets = countingSecrets('an hour old')
  await readEditorsEvents(url, window, {fetch: served, signal, secrets})
  expect(secrets.created()).toBe(1)
})

test('no secret is created if the server requires none, as on one machine', async () => {
  const secrets = countingSecrets()
  const fetch = async () => Response.json({events: [], problems: [], feeds: []})
  await readEditorsEvents(url, window, {fetch, signal, secrets})
  expect(secrets.created()).toBe(0)
})

test('a site that rejects the new secret too gets no third request, and its message is thrown', async () => {
  let requests = 0
  const fetch = async () => {
    requests += 1
    return Response.json({error: {code: 'bad-secret', message: 'Not yours.'}}, {status: 401})
  }
  const reading = readEditorsEvents(url, window, {fetch, signal, secrets: countingSecrets()})
  await expect(reading).rejects.toThrow('Not yours.')
  expect(requests).toBe(2)
})

test.each([
  [{message: 'from is "x"'}, 400, 'from is "x"'],
  [{}, 502, 'status 502'],
  [{events: []}, 200, 'status 200'],
])('a response that is not a calendar throws an error: %j', async (body, status, message) => {
  const fetch = async () => Response.json(body, {status})
  const reading = readEditorsEvents(url, window, {fetch, signal, secrets: countingSecrets()})
  await expect(reading).rejects.toThrow(message)
})
