import {gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'

import {compressed} from '../../site/src/http/compressed.ts'

const page = '<p>A page that repeats itself.</p>'.repeat(100)
const response = () =>
  new Response(page, {status: 404, headers: {'content-type': 'text/html', vary: 'cookie'}})
const requestWith = (encoding?: string) =>
  new Request('http://localhost/', {headers: encoding ? {'accept-encoding': encoding} : {}})

test('a page is compressed for a client that accepts gzip, and its content is unchanged', async () => {
  const result = compressed(requestWith('br, gzip'), response())
  expect(result.headers.get('content-encoding')).toBe('gzip')
  expect([result.status, result.headers.get('content-type')]).toEqual([404, 'text/html'])
  const bytes = await result.bytes()
  expect(bytes.length).toBeLessThan(page.length / 5)
  expect(gunzipSync(bytes).toString()).toBe(page)
})

test.each([undefined, 'br', 'gzip;q=0'])(
  'a page stays uncompressed for a client that accepts %s',
  async (encoding) => {
    const result = compressed(requestWith(encoding), response())
    expect(result.headers.get('content-encoding')).toBeNull()
    expect(await result.text()).toBe(page)
  },
)

test('a response varies by accept-encoding, so that caches store both versions', () => {
  for (const encoding of ['gzip', undefined]) {
    expect(compressed(requestWith(encoding), response()).headers.get('vary')).toBe(
      'cookie, accept-encoding',
    )
  }
})
