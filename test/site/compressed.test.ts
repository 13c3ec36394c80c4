import {gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'

import {compressed} from '../../site/src/http/compressed.ts'

const page = '<p>A page that says the same again.</p>'.repeat(100)
const answer = () =>
  new Response(page, {status: 404, headers: {'content-type': 'text/html', vary: 'cookie'}})
const asked = (encoding?: string) =>
  new Request('http://localhost/', {headers: encoding ? {'accept-encoding': encoding} : {}})

test('a page goes out compressed to who takes it so, and says the same', async () => {
  const response = compressed(asked('br, gzip'), answer())
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html'])
  const bytes = await response.bytes()
  expect(bytes.length).toBeLessThan(page.length / 5)
  expect(gunzipSync(bytes).toString()).toBe(page)
})

test.each([undefined, 'br', 'gzip;q=0'])('to who takes %s it goes as it is', async (encoding) => {
  const response = compressed(asked(encoding), answer())
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.text()).toBe(page)
})

test('caches are told that it depends on who asks, either way', () => {
  for (const encoding of ['gzip', undefined]) {
    expect(compressed(asked(encoding), answer()).headers.get('vary')).toBe(
      'cookie, accept-encoding',
    )
  }
})
