import {linkTo, ownUrl, sitePath} from '@touchpoints/calendar/links'
import {expect, test} from 'vitest'

test.each([
  ['/', '/'],
  ['/about/?a=b#team', '/about/?a=b#team'],
  ['#calendar', '#calendar'],
  ['?month=2026-03#calendar', '?month=2026-03#calendar'],
  ['?#calendar', '?#calendar'],
  ['#', '#'],
  ['/a b/é', '/a%20b/%C3%A9'],
  ['/a/../../b', '/b'],
])('%j leads to a place on the same site', (value, path) => {
  expect(sitePath(value)).toBe(path)
})

test.each([
  ['another host', '//evil.example/'],
  ['another host, as browsers read a backslash', String.raw`/\evil.example/`],
  ['another host behind a tab, which browsers remove', '/\t/evil.example/'],
  ['another host behind dots, which the parser removes', '/.//evil.example/'],
  ['an absolute address', 'https://example.org/'],
  ['a script', 'javascript:alert(1)'],
  ['a path without a root, which depends on the page', 'about/'],
  ['a space before another host', ' //evil.example/'],
  ['nothing', ''],
])('%s is not a path on the site', (_, value) => {
  expect(sitePath(value)).toBeUndefined()
})

test('a link of the program that could not become a link is a mistake of the program', () => {
  expect(ownUrl('https://example.org/')).toBe('https://example.org/')
  expect(() => ownUrl('javascript:alert(1)')).toThrow(/cannot become a link/)
})

test('an attribute takes only what has passed a door', () => {
  expect(linkTo(ownUrl('https://example.org/'))).toBe('https://example.org/')
  // @ts-expect-error A string has not passed a door.
  expect(linkTo('/about/')).toBe('/about/')
})
