import {ownUrl} from '@touchpoints/calendar/links'
import {expect, test} from 'vitest'

import {dataImage} from '../../site/src/images/dataImage.ts'
import {calendarPath} from '../../site/src/links/pageVariant.ts'
import {mailto} from '../../site/src/links/mailto.ts'
import {path} from '../../site/src/links/path.ts'
import {webcal} from '../../site/src/links/webcal.ts'
import {recordingLink} from '../../site/src/meetings/recordingLinks.ts'
import {onThisSite} from '../../site/src/text/onThisSite.ts'

test('a value stays within its part of a path, so that an id cannot lead elsewhere', () => {
  const base = path`/meetings/`
  expect(path`${base}${'all-hands'}/`).toBe('/meetings/all-hands/')
  expect(path`${base}${'../../evil?a#b'}/`).toBe('/meetings/..%2F..%2Fevil%3Fa%23b/')
  expect(path`/${'/evil.example'}/`).toBe('/%2Fevil.example/')
  expect(path`/api/calendar.ics?event=${'a&b=c d'}`).toBe('/api/calendar.ics?event=a%26b%3Dc%20d')
  expect(path`#day-${'2026-03-12'}`).toBe('#day-2026-03-12')
})

test.each(['javascript:alert(1)', '//evil.example', 'https://evil.example'])(
  '%s is not the start of a path, because it leads to another site',
  (start) => {
    expect(() => path`${start}/`).toThrow(/not a path on this site/)
  },
)

test('a link without a month or a zone removes them from the address', () => {
  const calendar = path`/meetings/calendar/`
  expect(calendarPath(calendar, {}, 'calendar')).toBe('?#calendar')
  expect(calendarPath(calendar, {zone: 'Europe/Madrid', month: '2026-03'}, 'calendar')).toBe(
    '?zone=Europe/Madrid&month=2026-03#calendar',
  )
})

test('an email address cannot add a subject or further recipients to its link', () => {
  expect(mailto('info@example.org')).toBe('mailto:info@example.org')
  expect(mailto('a@b.org?bcc=c@d.org')).toBe('mailto:a@b.org%3Fbcc%3Dc%40d.org')
})

test('a calendar program opens a feed by its webcal address', () => {
  expect(webcal(ownUrl('https://example.org/a.ics'))).toBe('webcal://example.org/a.ics')
})

test.each([
  ['data:image/jpeg;base64,/9j/4AAQ==', true],
  ['data:image/svg+xml;base64,PHN2Zz4=', false],
  ['data:text/html;base64,PHN2Zz4=', false],
  ['https://example.org/a.png', false],
  ['data:image/png;base64,AAAA" onerror="alert(1)', false],
])('%s is a placeholder of an image: %s', (value, isImage) => {
  expect(dataImage(value)).toBe(isImage ? value : undefined)
})

test('a link to a section of the current page is shortened, on any host', () => {
  const section = ownUrl('https://example.org/meetings/#calendar')
  const site = {language: 'en', languages: ['en', 'es'], pagePath: path`/meetings/`}
  expect(onThisSite(section, '/meetings/', site)).toBe('#calendar')
  expect(onThisSite(section, '/about/', site)).toBe(section)
  expect(onThisSite(path`/meetings/#calendar`, '/meetings/', site)).toBe('#calendar')
})

test('a link of an editor keeps the language of the visitor, and leads to no other page', () => {
  const site = {language: 'es', languages: ['en', 'es'], pagePath: path`/es/meetings/`}
  const section = ownUrl('https://example.org/meetings/#calendar')
  expect(onThisSite(section, '/es/meetings/', site)).toBe('#calendar')
  const docs = path`/meetings/groups/docs/`
  expect(onThisSite(docs, '/es/meetings/', site)).toBe('/es/meetings/groups/docs/')
  expect(onThisSite(path`/es/meetings/`, '/es/meetings/', site)).toBe('/es/meetings/')
  expect(onThisSite(path`/about/`, '/es/meetings/', site)).toBe('/about/')
  expect(onThisSite(ownUrl('https://example.org/x'), '/es/meetings/', site)).toBe(
    'https://example.org/x',
  )
})

test('a recording on YouTube has a page and a player', () => {
  const media = {youtubeId: 'Aj84quEIEug', playlistId: null, url: null}
  expect(recordingLink(media)).toEqual({
    href: 'https://www.youtube.com/watch?v=Aj84quEIEug',
    player: 'https://www.youtube-nocookie.com/embed/Aj84quEIEug?autoplay=1&rel=0',
    playlist: false,
  })
  expect(recordingLink({youtubeId: null, playlistId: null, url: null})).toBeUndefined()
})
