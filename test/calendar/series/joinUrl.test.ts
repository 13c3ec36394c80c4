import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {parseCalendar} from '@touchpoints/calendar'
import {describe, expect, test} from 'vitest'

/** Returns the join link of one event with these content lines. */
function joinUrlOf(...lines: string[]): string | undefined {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1@example.org',
    'DTSTART:20240611T150000Z',
    'DTEND:20240611T160000Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const {occurrences} = parseCalendar(text).between('2024-06-01T00:00:00Z', '2024-07-01T00:00:00Z')
  return occurrences[0]?.joinUrl
}

const room = 'https://us02web.zoom.us/j/81234567890'
const other = 'https://meet.google.com/abc-defg-hij'

describe('properties made for the link', () => {
  test.each([
    [
      'of a host that no provider uses',
      ['CONFERENCE;VALUE=URI:https://video.example/1', `LOCATION:${room}`],
      'https://video.example/1',
    ],
    [
      'for video, before chat',
      [
        'CONFERENCE;FEATURE=CHAT:https://chat.example/1',
        `CONFERENCE;FEATURE="AUDIO,VIDEO":${room}`,
      ],
      room,
    ],
    [
      'but never the moderator',
      ['CONFERENCE;FEATURE=VIDEO,MODERATOR:https://video.example/host', `LOCATION:${room}`],
      room,
    ],
    [
      'but never a feed',
      ['CONFERENCE;FEATURE=FEED:https://video.example/feed', `LOCATION:${room}`],
      room,
    ],
    [
      'but no phone number',
      ['CONFERENCE;FEATURE=PHONE:tel:+34123456789', `LOCATION:${room}`],
      room,
    ],
    ['but no recording', ['CONFERENCE:https://zoom.us/rec/share/abc', `LOCATION:${room}`], room],
    ['of vendors', [`X-GOOGLE-CONFERENCE:${other}`, `DESCRIPTION:${room}`], other],
  ])('come first: a link %s', (_, lines, link) => {
    expect(joinUrlOf(...lines)).toBe(link)
  })
})

describe('texts', () => {
  test.each([
    ['punctuation at the end', `DESCRIPTION:Join: ${room}?pwd=a.b.`, `${room}?pwd=a.b`],
    ['brackets', `DESCRIPTION:(${room})`, room],
    ['an anchor', `DESCRIPTION:<a href="${other}">join</a>`, other],
    ['an anchor in single quotes', `DESCRIPTION:<a class='x' href='${other}'>join</a>`, other],
    ['a non-breaking space after the link', `DESCRIPTION:${room}&nbsp\\;Join`, room],
    ['a non-breaking space without a semicolon', `DESCRIPTION:${room}&nbsp Join`, room],
    ['an escaped ampersand', `DESCRIPTION:${room}?a=1&amp\\;b=2`, `${room}?a=1&b=2`],
    [
      'a parameter that looks like an entity',
      `DESCRIPTION:${room}?a=1&copy=2`,
      `${room}?a=1&copy=2`,
    ],
    ['another link first', `DESCRIPTION:see https://example.org\\, then ${other}!`, other],
    ['the place before the description', `LOCATION:${other}\r\nDESCRIPTION:${room}`, other],
    ['a room before a stream', `DESCRIPTION:https://youtube.com/live/dQw4w9WgXcQ or ${room}`, room],
    [
      'a stream alone',
      'DESCRIPTION:https://youtube.com/live/dQw4w9WgXcQ',
      'https://youtube.com/live/dQw4w9WgXcQ',
    ],
  ])('are read with %s', (_, line, link) => {
    expect(joinUrlOf(line)).toBe(link)
  })

  test.each([
    'Room 1',
    'https://example.org/notes',
    'https://maps.google.com/?q=Room',
    'https://zoom.us.evil.example/j/81234567890',
    'https://zoom.us@evil.example/j/81234567890',
    'javascript:https://zoom.us/j/81234567890',
    'https://zoom.us/s/81234567890?zak=secret',
  ])('have no link to join in "%s"', (text) => {
    const link = joinUrlOf(`DESCRIPTION:${text}`)
    expect(link === undefined || new URL(link).hostname === 'zoom.us').toBe(true)
    expect(link ?? '').not.toMatch(/evil|zak/)
  })
})

const shared = resolve(import.meta.dirname, '../../../../shared/join-links/cases.json')

describe.skipIf(!existsSync(shared))(
  'the shared cases (skipped without ../shared/join-links)',
  () => {
    const cases = existsSync(shared) ? readCases(shared) : []
    test.each(cases)('$name', ({lines, expected}) => {
      const link = joinUrlOf(...lines)
      expect(link === undefined ? null : new URL(link).href).toBe(expected)
    })
  },
)

function readCases(file: string) {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const list: unknown[] = Array.isArray(read) ? read : []
  return list.map((each) => {
    const {name, lines, expectedJoinUrl}: Record<string, unknown> = Object(each)
    return {
      name: String(name),
      lines: Array.isArray(lines) ? lines.map(String) : String(lines).split('\r\n'),
      expected: typeof expectedJoinUrl === 'string' ? new URL(expectedJoinUrl).href : null,
    }
  })
}
