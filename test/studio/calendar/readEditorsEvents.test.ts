import {expect, test} from 'vitest'

import {createEditorsHandler} from '../../../loaders/adapters/http/index.ts'
import {readEditorsEvents, type Secrets} from '../../../studio/calendar/readEditorsEvents.ts'

const window = {from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z'}
const address = 'https://example.org/api/editors/events'
const {signal} = new AbortController()

/** Secrets that count how often one is made. */
function counted(first?: string): Secrets & {made: () => number} {
  let [known, made] = [first, 0]
  return {
    known: () => known,
    renew: async () => {
      made += 1
      known = 'good'
      return known
    },
    made: () => made,
  }
}

const handler = createEditorsHandler({
  loader: {events: async () => ({data: [], problems: [], syncTags: []})},
  validate: async (url) => ({isValid: url.endsWith('=good')}),
})
const served: typeof globalThis.fetch = (input, init) => handler(new Request(input, init))

test('a secret is made once it is asked for, and serves from then on', async () => {
  const secrets = counted()
  const read = () => readEditorsEvents(address, window, {fetch: served, signal, secrets})
  expect(await read()).toEqual({events: [], problems: [], feeds: []})
  await read()
  expect(secrets.made()).toBe(1)
})

test('one that has run out is replaced, so that a Studio left open goes on working', async () => {
  const secrets = counted('an hour old')
  await readEditorsEvents(address, window, {fetch: served, signal, secrets})
  expect(secrets.made()).toBe(1)
})

test('none is made where nobody asks for one, as on one machine', async () => {
  const secrets = counted()
  const fetch = async () => Response.json({events: [], problems: [], feeds: []})
  await readEditorsEvents(address, window, {fetch, signal, secrets})
  expect(secrets.made()).toBe(0)
})

test('a site that refuses the new one too is not asked for ever, and its words are told', async () => {
  let asked = 0
  const fetch = async () => {
    asked += 1
    return Response.json({error: {code: 'bad-secret', message: 'Not yours.'}}, {status: 401})
  }
  const reading = readEditorsEvents(address, window, {fetch, signal, secrets: counted()})
  await expect(reading).rejects.toThrow('Not yours.')
  expect(asked).toBe(2)
})

test.each([
  [{message: 'from is "x"'}, 400, 'from is "x"'],
  [{}, 502, 'answered 502'],
  [{events: []}, 200, 'answered 200'],
])('an answer that is no calendar is told: %j', async (body, status, words) => {
  const fetch = async () => Response.json(body, {status})
  const reading = readEditorsEvents(address, window, {fetch, signal, secrets: counted()})
  await expect(reading).rejects.toThrow(words)
})
