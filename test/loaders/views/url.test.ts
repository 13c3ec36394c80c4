import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {documentReads} from '../../../loaders/documentReads.ts'
import {imageView} from '../../../loaders/views/image.ts'
import {schemaWithin} from '../../../loaders/views/source.ts'
import * as url from '../../../loaders/views/url.ts'
import * as scalars from '../../../schemas/scalars.ts'
import {hostileLinks} from '../../support/hostileLinks.ts'

/** The formats of links, and the name of the view's schema that gives each its type. */
const formats = new Map<z.core.$ZodType, z.core.$ZodType>([
  [scalars.httpsUrl, url.httpsUrl],
  [scalars.feedUrl, url.calendarFeedUrl],
  [scalars.href, url.href],
  [scalars.sitePath, url.pagePath],
])

/** Returns the schema of each link of a view, by its path. */
function linksOf(view: z.core.$ZodType, path = ''): [string, z.core.$ZodType][] {
  if (view instanceof z.ZodMiniNullable || view instanceof z.ZodMiniOptional) {
    return linksOf(view._zod.def.innerType, path)
  }
  const within = schemaWithin(view)
  if (formats.has(within)) return [[path, view]]
  if (within instanceof z.ZodMiniArray) return linksOf(within._zod.def.element, `${path}[]`)
  if (!(within instanceof z.ZodMiniObject)) return []
  return Object.entries(within._zod.def.shape).flatMap(([name, property]) =>
    linksOf(property, path === '' ? name : `${path}.${name}`),
  )
}

const links = Object.entries(documentReads).flatMap(([type, {view}]) => linksOf(view, type))

test('the views have links in these places, so that a new one is in this test', () => {
  expect(links.map(([path]) => path)).toEqual(
    expect.arrayContaining([
      'touchpoint.links.join',
      'touchpoint.guests[].guest.links[].url',
      'workingGroup.channels[].url',
      'recording.media.url',
      'calendar.feedUrl',
      'meetingsPage.path',
      'meetingsPage.introduction[].markDefs[].href',
    ]),
  )
  expect(links.length).toBeGreaterThan(30)
})

test.each(links)('%s passes its door', (_, schema) => {
  expect(schema).toBe(formats.get(schemaWithin(schema)))
})

test('a view that returns the plain string of a format is found', () => {
  const [[, schema] = []] = linksOf(z.object({url: z.nullable(scalars.httpsUrl)}))
  expect(schema).toBe(scalars.httpsUrl)
  expect(formats.get(scalars.httpsUrl)).not.toBe(scalars.httpsUrl)
})

describe.each(hostileLinks)('a link that %s', (_, value) => {
  test.each(Object.entries(url))('is refused by %s', (_name, schema) => {
    expect(z.safeParse(schema, value).success).toBe(false)
  })

  test('removes an image, and not its document', () => {
    const image = {url: value, width: 1, height: 1, lqip: null, crop: null, hotspot: null, alt: 'A'}
    expect(z.safeParse(imageView('photo'), image).success).toBe(false)
  })
})

test.each([
  [url.httpsUrl, 'https://example.org/a%20b?c=d&e=%2F#f', 'https://example.org/a%20b?c=d&e=%2F#f'],
  [url.httpsUrl, 'https://example.org', 'https://example.org/'],
  [url.feedUrl, 'webcal://Example.org/basic.ics?a=1', 'https://example.org/basic.ics?a=1'],
  [url.feedUrl, 'https://example.org/basic.ics', 'https://example.org/basic.ics'],
  [url.fileUrl, 'http://localhost:3900/images/a-1x1.png', 'http://localhost:3900/images/a-1x1.png'],
  [url.href, 'mailto:info@example.org', 'mailto:info@example.org'],
  [url.href, '/about/#team', '/about/#team'],
  [url.href, '#team', '#team'],
  [url.pagePath, '/community/meetings/', '/community/meetings/'],
])('a normal link stays what it is: %#', (schema, value, link) => {
  expect(z.parse(schema, value)).toBe(link)
})

test('a door accepts all that its format accepts, so that the Studio reports what a page would lose', () => {
  const parts = fc.constantFrom(
    '/',
    '.',
    '//',
    '..',
    '#',
    '?',
    'a',
    'é',
    '%2f',
    ':',
    '@',
    '\\',
    'a.org',
  )
  const written = fc
    .tuple(
      fc.constantFrom('https://a.org', 'https:', 'webcal://a.org', 'mailto:a@b.org', '/', '#', ''),
      fc.array(parts, {maxLength: 6}),
    )
    .map(([start, rest]) => start + rest.join(''))
  fc.assert(
    fc.property(fc.oneof(written, fc.webUrl()), (value) => {
      for (const [format, door] of formats) {
        const isValid = z.safeParse(format, value).success
        expect([value, z.safeParse(door, value).success]).toEqual([value, isValid])
      }
    }),
    {numRuns: 2000},
  )
})
