import {expect, test} from 'vitest'

import {basePath} from '../../../site/integration/siteOutput.ts'
import {headersFile, staticHeaders} from '../../../site/integration/staticHeaders.ts'
import {imageFile, imageOfFile} from '../../../site/src/images/imageFile.ts'
import {withBase, withoutBase} from '../../../site/src/links/base.ts'
import {eventFile, fileName} from '../../../site/src/links/eventFile.ts'
import {feedPath} from '../../../site/src/links/feedPath.ts'
import {calendarPath, partPath, readVariant} from '../../../site/src/links/pageVariant.ts'
import {path} from '../../../site/src/links/path.ts'
import {builtDates, horizonDays} from '../../../site/src/whatsOn/horizon.ts'

const api = path`/es/api/`
const now = '2026-11-26T12:00:00Z'

test.each([
  ['/meetings/calendar/2026-12/', {path: '/meetings/calendar/', month: '2026-12'}],
  ['/meetings/calendar/2026-12', {path: '/meetings/calendar/', month: '2026-12'}],
  ['/meetings/archive/2026/page/2/', {path: '/meetings/archive/2026/', part: 2}],
  ['/meetings/archive/2026/', {path: '/meetings/archive/2026/'}],
  ['/meetings/calendar/2026-13/', {path: '/meetings/calendar/2026-13/'}],
  ['/meetings/page/1/', {path: '/meetings/page/1/'}],
  ['/meetings/page/x/', {path: '/meetings/page/x/'}],
  ['/', {path: '/'}],
])('%s shows %o, on a server as well, so that links survive a move', (address, expected) => {
  expect(readVariant(address)).toEqual(expected)
})

test('a month or a part of a list that is written is read again', () => {
  const calendar = path`/meetings/calendar/`
  const month = calendarPath(calendar, {month: '2026-12'}, 'calendar', true)
  expect(readVariant(month.replace(/#.*/, ''))).toEqual({path: calendar, month: '2026-12'})
  expect(readVariant(partPath(calendar, 3, true))).toEqual({path: calendar, part: 3})
  expect(partPath(calendar, 1, true)).toBe(calendar)
  expect(partPath(calendar, 3, false)).toBe('/meetings/calendar/?page=3')
})

test('a feed has a query on a server, and a file of its own without one', () => {
  const feed = {
    apiPath: api,
    name: 'feed.xml',
    filter: 'topic',
    value: 'AI & law',
    slug: 'ai',
  } as const
  expect(feedPath(feed, false)).toBe('/es/api/feed.xml?topic=AI%20%26%20law')
  expect(feedPath(feed, true)).toBe('/es/api/topics/ai/feed.xml')
})

test('the file of an event has a name without slashes, and each event another one', () => {
  const ids = Array.from({length: 20_000}, (_, index) => `calendar-a/weekly@a.example/${index}`)
  expect(new Set(ids.map(fileName)).size).toBe(ids.length)
  expect(eventFile(api, ids[0] ?? '', true)).toMatch(/^\/es\/api\/events\/[0-9a-f]{16}\.ics$/)
})

test('an image that is a file is the same image as with a query', () => {
  const name = `${'a'.repeat(40)}-800x600.jpg`
  const url = `/media/images/touchpoints/production/${name}?rect=0,10,80,80&w=40&h=40&fit=crop&auto=format`
  expect(imageFile(url)).toMatch(/\/rect-0\.10\.80\.80_w-40_h-40_fit-crop_auto-format\.webp$/)
  expect(imageOfFile(imageFile(url))).toBe(url.replace('/media', ''))
  expect(imageOfFile('/media/images/../secret.webp')).toBeUndefined()
})

test('a path below which a site is comes and goes at the edge', () => {
  expect(withBase('/meetings/', '/site/')).toBe('/site/meetings/')
  expect(withBase('#calendar', '/site/')).toBe('#calendar')
  expect(withBase('https://example.org/', '/site/')).toBe('https://example.org/')
  expect(withoutBase('/site/meetings/', '/site/')).toBe('/meetings/')
  expect(withoutBase('/site', '/site/')).toBe('/')
  expect(withoutBase('/meetings/', '/')).toBe('/meetings/')
})

test('a static site is below the path of its address, and a server at the root of its host', () => {
  const siteUrl = 'https://example.github.io/meetings-site'
  expect(basePath('static', {siteUrl})).toBe('/meetings-site/')
  expect(basePath('static', {siteUrl: 'https://example.org'})).toBe('/')
  expect(basePath('server', {siteUrl})).toBe('/')
})

test('headers are written once, for each kind of web server', () => {
  const rules = staticHeaders({base: '/site/', env: {SANITY_STUDIO_URL: 'https://studio.example'}})
  expect(rules[0]?.path).toBe('/site/*')
  expect(rules[0]?.headers['content-security-policy']).toContain('https://studio.example')
  expect(headersFile(rules)).toMatch(/^\/site\/\*\n {2}content-security-policy: default-src 'none'/)
})

test('a static site has the dates of the horizon, and at least as many as it shows', () => {
  const day = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()
  const dates = [1, 20, horizonDays - 1, horizonDays + 1, horizonDays + 2].map(day)
  const options = {now, startOf: (date: string) => date}
  expect(builtDates(dates, {...options, shown: 2}, false)).toHaveLength(2)
  expect(builtDates(dates, {...options, shown: 2}, true)).toHaveLength(3)
  expect(builtDates(dates, {...options, shown: 4}, true)).toHaveLength(4)
})
