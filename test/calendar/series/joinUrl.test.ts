import {expect, test} from 'vitest'
import {joinUrl} from '../../../calendar/series/joinUrl.ts'

test('a property for the link takes precedence over any text', () => {
  const link = joinUrl({properties: ['https://example.org/room'], text: ['https://zoom.us/j/1']})
  expect(link).toBe('https://example.org/room')
})

test.each([
  ['Join: https://zoom.us/j/123?pwd=a.b.', 'https://zoom.us/j/123?pwd=a.b'],
  [
    '<a href="https://meet.google.com/abc-defg-hij">join</a>',
    'https://meet.google.com/abc-defg-hij',
  ],
  ['(https://us02web.zoom.us/j/1)', 'https://us02web.zoom.us/j/1'],
  ['see https://example.org, then https://meet.jit.si/Room!', 'https://meet.jit.si/Room'],
])('the meeting link is extracted from "%s"', (text, link) => {
  expect(joinUrl({properties: [], text: [undefined, text]})).toBe(link)
})

test.each([
  '',
  'Room 1',
  'https://example.org/notes',
  'https://zoom.us.evil.example/j/1',
  'https://zoom.us@evil.example/',
  'javascript:https://zoom.us',
])('a link in "%s" never leads to a host that only looks like a meeting', (text) => {
  const link = joinUrl({properties: [], text: [text]})
  expect(link === undefined || new URL(link).hostname === 'zoom.us').toBe(true)
  expect(link?.includes('evil')).not.toBe(true)
})
