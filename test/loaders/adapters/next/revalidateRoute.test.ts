import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {expect, test} from 'vitest'

import {revalidateRoute} from '../../../../loaders/adapters/next/index.ts'
import {testNow} from '../../../support/clock/testNow.ts'

const secret = 'a secret for tests'
const body = JSON.stringify({_id: 'touchpoint-1', _type: 'touchpoint'})

async function call(signature: string | undefined, sent = body) {
  const tags: string[] = []
  const route = revalidateRoute({secret, revalidateTag: (tag) => tags.push(tag)})
  const headers = new Headers()
  if (signature !== undefined) headers.set(SIGNATURE_HEADER_NAME, signature)
  const request = new Request('https://site.example/api/revalidate', {
    method: 'POST',
    headers,
    body: sent,
  })
  const {status} = await route(request)
  return {status, tags}
}

test('a signed webhook expires the cached content', async () => {
  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  expect(await call(signature)).toEqual({status: 200, tags: ['touchpoints']})
})

test.each([
  ['no signature', async () => undefined],
  ['another secret', () => encodeSignatureHeader(body, testNow().getTime(), 'another')],
  ['nonsense', async () => 't=1,v1=nonsense'],
  ['nothing', async () => ''],
])('%s expires nothing, because each time costs a query', async (_name, signature) => {
  expect(await call(await signature())).toEqual({status: 401, tags: []})
})

test('a body that was changed in transit does not match its signature', async () => {
  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  expect(await call(signature, body.replace('touchpoint-1', 'touchpoint-2'))).toEqual({
    status: 401,
    tags: [],
  })
})

test('the tag expires at once, because an editor who publishes would else see the old page', async () => {
  const calls: unknown[] = []
  const revalidateTag = (...values: unknown[]) => calls.push(values)
  const route = revalidateRoute({secret, revalidateTag})
  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  const headers = {[SIGNATURE_HEADER_NAME]: signature}
  await route(new Request('https://site.example/', {method: 'POST', headers, body}))
  expect(calls).toEqual([['touchpoints', {expire: 0}]])
})

test('the function of either major of Next fits as it is', () => {
  const next15: (tag: string) => undefined = () => undefined
  const next16: (tag: string, profile: string | {expire?: number}) => undefined = () => undefined
  for (const revalidateTag of [next15, next16]) {
    expect(revalidateRoute({secret, revalidateTag})).toBeTypeOf('function')
  }
})

test('a route cannot be created without a secret, because anyone could call it', () => {
  expect(() => revalidateRoute({secret: '', revalidateTag: () => {}})).toThrow(
    'SANITY_REVALIDATE_SECRET',
  )
})
