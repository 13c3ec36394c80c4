import {expect, test} from 'vitest'

import {createPreviewHandler} from '../../../../loaders/adapters/http/index.ts'
import {
  memoryNonceStore,
  shareLinks,
  usedSecrets,
  type LiveMessage,
} from '../../../../loaders/preview/index.ts'

const site = 'https://example.org'
const key = 'a key'
const hour = 3_600_000

/** The valid secrets are those that the Studio of this test created. */
function handler(clock = {now: 0}, secrets = ['good']) {
  const now = () => clock.now
  const listeners = new Set<(message: LiveMessage) => void>()
  const answer = createPreviewHandler({
    validate: async (url) => {
      const query = new URL(url).searchParams
      return {
        isValid: secrets.includes(query.get('sanity-preview-secret') ?? ''),
        redirectTo: query.get('sanity-preview-pathname') ?? undefined,
        studioPreviewPerspective: query.get('sanity-preview-perspective'),
      }
    },
    usedSecrets: usedSecrets({nonces: memoryNonceStore(now), now}),
    shares: shareLinks({key, nonces: memoryNonceStore(now), now}),
    changes: {
      position: () => 'process.0',
      subscribe: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    key,
    now,
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    answer(new Request(`${site}/api/draft-mode/${path}`, {headers}))
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
    answer(
      new Request(`${site}/api/draft-mode/${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(fields),
      }),
    )
  const enter = async () => {
    const entered = await get('enable?sanity-preview-secret=good')
    return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  return {get, post, enter, listeners}
}

test('a secret opens a preview once, and the same browser can use it again', async () => {
  const {get, enter} = handler()
  const cookie = await enter()
  expect(cookie).toMatch(/^touchpoints-preview=./)
  expect((await get('enable?sanity-preview-secret=good')).status).toBe(401)
  expect((await get('enable?sanity-preview-secret=good', {cookie})).status).toBe(307)
  expect((await get('enable?sanity-preview-secret=wrong', {cookie})).status).toBe(401)
})

test('a session ends after twelve hours, even if the browser keeps its cookie', async () => {
  const clock = {now: 0}
  const {post, enter} = handler(clock)
  const cookie = await enter()
  const share = () => post('share', {document: 'touchpoint-1'}, {cookie, origin: site})
  clock.now = 12 * hour - 1
  expect((await share()).status).toBe(201)
  clock.now += 1
  expect((await share()).status).toBe(401)
})

test('a frame on another site may keep the cookie, and no script may read it', async () => {
  const {get} = handler()
  const entered = await get('enable?sanity-preview-secret=good')
  const cookie = entered.headers.get('set-cookie')
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/']) {
    expect(cookie).toContain(flag)
  }
})

test('an action from another site, without a session or by GET is rejected', async () => {
  const {get, post, enter} = handler()
  const cookie = await enter()
  const document = {document: 'touchpoint-1'}
  expect((await get('share', {cookie, origin: site})).status).toBe(405)
  expect((await post('share', document, {origin: site})).status).toBe(401)
  expect((await post('share', document, {cookie})).status).toBe(403)
  expect((await post('share', document, {cookie, origin: 'https://evil.example'})).status).toBe(403)
  expect((await post('share', {document: 'no id'}, {cookie, origin: site})).status).toBe(400)
})

test('an invalid perspective is rejected, and a release is accepted', async () => {
  const {post, enter} = handler()
  const cookie = await enter()
  const choose = (perspective: string) => post('perspective', {perspective}, {cookie, origin: site})
  expect((await choose('raw; drop')).status).toBe(400)
  expect((await choose('rSpring,drafts')).status).toBe(204)
})

test('changes are streamed to browsers in a preview only', async () => {
  const {get, enter, listeners} = handler()
  expect((await get('live')).status).toBe(401)
  const answer = await get('live', {cookie: await enter()})
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  for (const listen of listeners) listen({type: 'message', tags: ['s1:guest']})
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let received = ''
  while (reader && !received.includes('tags')) received += (await reader.read()).value ?? ''
  expect(received).toContain('{"type":"message","tags":["s1:guest"]}')
  await reader?.cancel()
  await expect.poll(() => listeners.size).toBe(0)
})

test('no response may be cached by a proxy, not even a refusal', async () => {
  const {get, enter} = handler()
  const cookie = await enter()
  for (const path of ['enable?sanity-preview-secret=good', 'disable', 'live', 'nothing']) {
    const answer = await get(path, {cookie})
    expect(answer.headers.get('cache-control')).toMatch(/no-store/)
    await answer.body?.cancel()
  }
})
