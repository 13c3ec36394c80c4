import {unwrapLink} from '@touchpoints/calendar/links'
import {expect, test} from 'vitest'

const room = 'https://us02web.zoom.us/j/81234567890?pwd=abc'
const encoded = encodeURIComponent(room)
const safeLink = `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&reserved=0`

test.each([
  ['Google', `https://www.google.com/url?q=${encoded}&sa=D&source=calendar`],
  ['Google, by another parameter', `https://google.de/url?sa=t&url=${encoded}`],
  ['Safe Links', safeLink],
  ['Safe Links behind Google', `https://www.google.com/url?q=${encodeURIComponent(safeLink)}`],
  ['Slack', `https://slack-redir.net/link?url=${encoded}`],
  ['URL Defense 1', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`],
  [
    'URL Defense 2',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__us02web.zoom.us_j_81234567890-3Fpwd-3Dabc&d=x',
  ],
  [
    'URL Defense 3',
    'https://urldefense.com/v3/__https://us02web.zoom.us/j/81234567890?pwd=abc__;!!AbCd3F!xYz012-345$',
  ],
  [
    'URL Defense 3 with a replaced character',
    'https://urldefense.com/v3/__https://us02web.zoom.us/j/81234567890*pwd=abc__;Pw!!AbCd3F!xYz012$',
  ],
])('the link behind %s is read', (_, link) => {
  expect(unwrapLink(link)).toBe(room)
})

test('a run of replaced characters is restored', () => {
  const link = 'https://urldefense.com/v3/__https://example.org/**Ab__;w6TDtg!!x!y$'
  expect(unwrapLink(link)).toBe('https://example.org/äöb')
})

test('the launcher of Teams leads to a path of its own host', () => {
  const path = encodeURIComponent('/_#/l/meetup-join/19:meeting_x@thread.v2/0')
  expect(unwrapLink(`https://teams.microsoft.com/dl/launcher/launcher.html?url=${path}`)).toBe(
    'https://teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0',
  )
})

test.each([
  room,
  'https://www.google.com/search?q=https://zoom.us/j/1',
  'https://www.google.com/url?q=nothing',
  'https://urldefense.com/v3/__nothing__;!!x!y$',
  'https://urldefense.com/v3/__',
  'https://evil.example/url?q=https://zoom.us/j/1',
  'no link',
])('%s leads where it says', (link) => {
  expect(unwrapLink(link)).toBe(link)
})

test('a link that wraps itself ends', () => {
  let link = room
  for (let depth = 0; depth < 20; depth++) {
    link = `https://www.google.com/url?q=${encodeURIComponent(link)}`
  }
  expect(unwrapLink(link)).toMatch(/^https:\/\/www\.google\.com\/url/)
})
