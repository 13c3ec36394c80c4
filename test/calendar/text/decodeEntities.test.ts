import {decodeHTMLAttribute} from 'entities/decode'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {decodeEntities} from '../../../calendar/text/decodeEntities.ts'

const names =
  'amp lt gt quot AMP GT COPY apos nbsp copy reg eacute Eacute ntilde szlig uuml yuml times ndash mdash rsquo ldquo hellip euro trade bull zwj'.split(
    ' ',
  )
const numbers = ['#39', '#x27', '#8364', '#x20AC', '#0', '#xD800', '#x110000', '#150', '#x1F600']
const references = [...names, ...numbers]

test('equals what a browser reads in an attribute, for each reference and what can follow it', () => {
  const part = fc.oneof(
    fc.constantFrom(...references).map((name) => `&${name};`),
    fc.constantFrom(...names.slice(0, 4), 'nbsp', 'copy', 'eacute').map((name) => `&${name}`),
    fc.constantFrom(' ', '=', 'x', '1', '&', ';', '?', '/', '"', ''),
    fc.string({maxLength: 4}).filter((text) => !text.includes('&')),
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 6}), (parts) => {
      const text = parts.join('')
      expect(decodeEntities(text)).toBe(decodeHTMLAttribute(text))
    }),
    {numRuns: 2000},
  )
})

test('a name that it does not know stays, so that nothing is lost', () => {
  expect(decodeEntities('&CounterClockwiseContourIntegral; &unknown; R&D')).toBe(
    '&CounterClockwiseContourIntegral; &unknown; R&D',
  )
})

test('the parameters of a link stay', () => {
  const link = 'https://example.org/?a=1&copy=2&lang=en&reg=x'
  expect(decodeEntities(link)).toBe(link)
})
