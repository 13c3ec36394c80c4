import {expect, test} from 'vitest'

import {memoryNonceStore, usedSecrets} from '../../../../loaders/adapters/http/index.ts'
import {draftModeRoutes} from '../../../../loaders/adapters/next/index.ts'

/** A new browser for each test. `isEnabled` replaces the cookie of Next. */
function browser({now = () => 0, redirectTo = '/meetings/'} = {}) {
  const mode = {
    isEnabled: false,
    enable: () => void (mode.isEnabled = true),
    disable: () => void (mode.isEnabled = false),
  }
  const routes = draftModeRoutes({
    draftMode: async () => mode,
    validate: async (url) => ({isValid: url.includes('=good'), redirectTo}),
    usedSecrets: usedSecrets({nonces: memoryNonceStore(now), now}),
  })
  const get = async (action: 'enable' | 'disable', query: string) => {
    const url = `https://site.example/api/draft-mode/${action}?${query}`
    const {status, headers} = await routes[action](new Request(url))
    return {status, location: headers.get('location')}
  }
  return {mode, get}
}

const good = 'sanity-preview-secret=good'

test('a secret of the Studio opens draft mode and redirects to its page', async () => {
  const {mode, get} = browser()
  expect(await get('enable', good)).toEqual({status: 307, location: '/meetings/'})
  expect(mode.isEnabled).toBe(true)
})

test.each(['sanity-preview-secret=guessed', ''])('%s opens nothing', async (query) => {
  const {mode, get} = browser()
  expect((await get('enable', query)).status).toBe(401)
  expect(mode.isEnabled).toBe(false)
})

test('a secret opens draft mode once, but the same browser can use it again', async () => {
  const {mode, get} = browser()
  await get('enable', good)
  expect((await get('enable', good)).status).toBe(307)
  mode.disable()
  expect((await get('enable', good)).status).toBe(401)
  expect(mode.isEnabled).toBe(false)
})

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example'])(
  'it never leads to %s, wherever that came from',
  async (place) => {
    const {get} = browser({redirectTo: place})
    expect((await get('enable', good)).location).toBe('/')
    const query = `redirect=${encodeURIComponent(place)}`
    expect((await get('disable', query)).location).toBe('/')
  },
)

test('leaving draft mode redirects to the page that the request names', async () => {
  const {mode, get} = browser()
  await get('enable', good)
  expect(await get('disable', 'redirect=/meetings/')).toEqual({status: 307, location: '/meetings/'})
  expect(mode.isEnabled).toBe(false)
})
