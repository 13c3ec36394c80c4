import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

// A red pixel, the smallest PNG that a decoder accepts.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

test('an uploaded photo is stored and served on this machine', async ({
  page,
  addresses,
  client,
}) => {
  const form = studioForm(page, addresses.studio)
  await form.open('guest', 'guest-ana-jimenez')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({name: 'ana.png', mimeType: 'image/png', buffer: pixel})
  const url = await eventually('the asset', () =>
    client.fetch<string | null>('*[_id == "drafts.guest-ana-jimenez"][0].photo.asset->url'),
  )
  expect(new URL(url).hostname).toMatch(/(^|\.)localhost$|^127\.0\.0\.1$/)
  const response = await fetch(url.replace(/\/\/[^/]*localhost/, '//127.0.0.1'))
  expect(response.headers.get('content-type')).toBe('image/png')
})
