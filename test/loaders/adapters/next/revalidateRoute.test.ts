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

test('a signed webhook has the content read anew', async () => {
  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  expect(await call(signature)).toEqual({status: 200, tags: ['touchpoints']})
})

test.each([
  ['no signature', async () => undefined],
  ['another secret', () => encodeSignatureHeader(body, testNow().getTime(), 'another')],
  ['nonsense', async () => 't=1,v1=nonsense'],
  ['nothing', async () => ''],
])('%s has nothing read anew, for each time costs a query', async (_name, signature) => {
  expect(await call(await signature())).toEqual({status: 401, tags: []})
})

test('a body that was changed on the way does not fit its signature', async () => {
  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  expect(await call(signature, body.replace('touchpoint-1', 'touchpoint-2'))).toEqual({
    status: 401,
    tags: [],
  })
})

test('a route without a secret is not made, rather than open to everyone', () => {
  expect(() => revalidateRoute({secret: '', revalidateTag: () => {}})).toThrow(
    'SANITY_REVALIDATE_SECRET',
  )
})
