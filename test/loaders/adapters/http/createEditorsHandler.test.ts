import {describe, expect, test} from 'vitest'

import {createEditorsHandler} from '../../../../loaders/adapters/http/index.ts'
import {recordingLogger} from '../../../support/recordingLogger.ts'
import {ConfigurationError, type Events, type EventsOptions} from '../../../../loaders/index.ts'

const address =
  'https://example.org/api/editors/events?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z'
const answer: Events = {data: [], problems: [], syncTags: []}

function handlerWith(events: (options: EventsOptions) => Promise<Events> = async () => answer) {
  const validated: string[] = []
  const {logger, errors: failures} = recordingLogger()
  const handler = createEditorsHandler({
    loader: {events},
    validate: async (url) => {
      validated.push(url)
      const secret = new URL(url).searchParams.get('sanity-preview-secret')
      if (secret === 'lake-down') throw new Error('The lake at 10.0.0.7 is down')
      return {isValid: secret === 'good'}
    },
    logger,
  })
  const ask = (authorization?: string, init: RequestInit = {}) =>
    handler(new Request(address, {...init, ...(authorization && {headers: {authorization}})}))
  return {ask, validated, failures}
}

describe('the calendar with drafts', () => {
  test('is readable for a Studio that created a secret in the dataset', async () => {
    const windows: EventsOptions[] = []
    const {ask} = handlerWith(async (window) => {
      windows.push(window)
      return answer
    })
    const response = await ask('Bearer good')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({events: [], problems: [], feeds: []})
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(windows).toEqual([
      {from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z', limit: 3000},
    ])
  })

  test.each([
    undefined,
    'Bearer bad',
    'Bearer ',
    'Basic good',
    'Bearer good good',
    `Bearer ${'x'.repeat(999)}`,
  ])(
    'is not readable without such a secret, and nothing is read then: %s',
    async (authorization) => {
      let read = 0
      const {ask} = handlerWith(async () => {
        read += 1
        return answer
      })
      const response = await ask(authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(read).toBe(0)
    },
  )

  test('is not readable with a secret in the address, because addresses are logged', async () => {
    const {validated, ask} = handlerWith()
    const handler = createEditorsHandler({
      loader: {events: async () => answer},
      validate: async () => ({isValid: true}),
    })
    expect((await handler(new Request(`${address}&sanity-preview-secret=good`))).status).toBe(401)
    await ask('Bearer good')
    expect(validated).toEqual(['https://example.org/api/editors/events?sanity-preview-secret=good'])
  })
})

test('a page on another host may send the header, and can read the refusal', async () => {
  const {ask} = handlerWith()
  const preflight = await ask(undefined, {method: 'OPTIONS'})
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization')
  for (const response of [preflight, await ask(), await ask('Bearer good')]) {
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.has('access-control-allow-credentials')).toBe(false)
  }
})

test('the handler is read-only', async () => {
  const {ask} = handlerWith()
  expect((await ask('Bearer good', {method: 'POST'})).status).toBe(405)
})

test('an invalid window is named, and an internal error is not sent to the client', async () => {
  const {ask, failures} = handlerWith(async () => {
    throw new ConfigurationError('from', 'from is "": expected an instant.')
  })
  const bad = await ask('Bearer good')
  expect(bad.status).toBe(400)
  expect(await bad.text()).toContain('expected an instant')
  const down = await ask('Bearer lake-down')
  expect(down.status).toBe(503)
  expect(await down.text()).not.toContain('10.0.0.7')
  expect(failures).toHaveLength(1)
})
