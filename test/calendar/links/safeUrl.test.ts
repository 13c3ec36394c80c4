import {safeUrl} from '@touchpoints/calendar/links'
import {expect, test} from 'vitest'

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['http://example.org', 'http://example.org/'],
  ['HTTPS://EXAMPLE.org/Path', 'https://example.org/Path'],
  [' https://example.org/a b\n', 'https://example.org/a%20b'],
  ['mailto:hosts@example.org', 'mailto:hosts@example.org'],
  ['tel:+34123456789', 'tel:+34123456789'],
])('%j may become a link', (value, url) => {
  expect(safeUrl(value)).toBe(url)
})

test.each([
  ['a script', 'javascript:alert(1)'],
  ['a script with a line break in the scheme, which a browser ignores', 'java\nscript:alert(1)'],
  ['a script behind control characters', '\u0001javascript:alert(1)'],
  ['a script in capitals', 'JaVaScRiPt:alert(1)'],
  ['a document in the address', 'data:text/html,<script>alert(1)</script>'],
  ['a script of old browsers', 'vbscript:msgbox(1)'],
  ['a file', 'file:///etc/hostname'],
  ['an object of the page', 'blob:https://example.org/1'],
  ['a host that a user name hides', 'https://example.org@other.example/'],
  ['a relative address', '/meetings/'],
  ['a name without a scheme', 'example.org'],
  ['nothing', ''],
])('%s may not', (_, value) => {
  expect(safeUrl(value)).toBeUndefined()
})
