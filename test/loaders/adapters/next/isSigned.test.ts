import {encodeSignatureHeader, isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {isSigned, signatureHeader} from '../../../../loaders/adapters/next/isSigned.ts'

const texts = fc.string({unit: 'grapheme', minLength: 1, maxLength: 60})
// From 2021, as the toolkit requires, to 2100.
const times = fc.integer({min: 1_609_459_200_000, max: 4_102_444_800_000})

test('has the name of the header that webhooks send', () => {
  expect(signatureHeader).toBe(SIGNATURE_HEADER_NAME)
})

test('accepts every signature of @sanity/webhook', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, times, async (body, secret, time) => {
      const signature = await encodeSignatureHeader(body, time, secret)
      expect(await isSigned(body, signature, secret)).toBe(true)
    }),
  )
})

test('rejects what @sanity/webhook rejects: one changed letter in body, signature or secret', async () => {
  const which = fc.constantFrom('body', 'signature', 'secret')
  const letters = fc.constantFrom('A', 'B', '0', '1', '-', '_', '=', ',', ' ', 't', 'v')
  await fc.assert(
    fc.asyncProperty(texts, texts, times, which, fc.nat(), letters, async (...values) => {
      const [body, secret, time, name, at, letter] = values
      const signed = {body, secret, signature: await encodeSignatureHeader(body, time, secret)}
      const text = signed[name]
      const index = at % text.length
      const sent = {...signed, [name]: text.slice(0, index) + letter + text.slice(index + 1)}
      const expected = await isValidSignature(sent.body, sent.signature, sent.secret)
      expect(await isSigned(sent.body, sent.signature, sent.secret)).toBe(expected)
    }),
    {numRuns: 2000},
  )
})

test.each(['', 't=1,v1=nonsense', 'v1=', 't=1609459200000,v1='])('rejects "%s"', async (header) => {
  expect(await isSigned('body', header, 'secret')).toBe(false)
})
