import {audit} from '@touchpoints/calendar/audit'
import {expect, test} from 'vitest'

import {
  cadencesOf,
  eventsOf,
  feed,
  meeting,
  sessionOf,
  sessions,
  single,
  starts,
  uidOf,
} from './corpus/meeting.ts'

const now = '2026-11-26T00:00:00Z'
const room = 'https://zoom.us/j/81234567890'

test('thousands of events at one instant in one room are some findings, not millions', () => {
  const titles = Array.from({length: 5000}, (_, index) => `Group ${index} council`)
  const sources = [feed(titles.map((title) => single(title, '2026-12-10T15:00:00Z', {room})))]
  const findings = audit({sources}, {now})
  expect(findings.length).toBeGreaterThan(10)
  expect(findings.length).toBeLessThan(500)
})

test('two calendars with an event every ten minutes are compared date by date', () => {
  const often = (id: string, own: boolean) =>
    feed(
      [
        [
          'BEGIN:VEVENT',
          `UID:${id}`,
          'DTSTART:20261127T000000Z',
          'RRULE:FREQ=MINUTELY;INTERVAL=10',
          'DURATION:PT10M',
          'SUMMARY:Monitor',
          `LOCATION:${room}`,
          'END:VEVENT',
        ].join('\r\n'),
      ],
      {id, title: id, own},
    )
  const planned = meeting('Monitor')
  const sources = [often('a', true), often('b', false), cadencesOf(planned)]
  expect(audit({sources}, {now}).map(({code}) => code)).not.toContain('retimed')
})

test('a page that repeats a wrong time is one finding', () => {
  const planned = meeting('Book WG')
  const text = 'Book WG: Tuesdays at 18:00 Europe/Madrid\n'.repeat(20_000)
  const input = {
    sources: [feed([eventsOf(planned, 'rrule')])],
    pages: [{url: 'https://example.org/', text}],
  }
  expect(audit(input, {now}).map(({code}) => code)).toEqual(['page-differs'])
})

test('no finding contains a join link of a document or a feed, because a log can be public', () => {
  const secret = `${room}?pwd=secret`
  const planned = meeting('Book WG', {}, {room: secret})
  const start = starts(planned, now)[1] ?? now
  const sources = [
    feed([
      eventsOf(planned, 'rrule'),
      single('Other', starts(planned, now)[2] ?? now, {room: secret}),
    ]),
    sessions(
      sessionOf(planned, start, {
        eventUid: uidOf(planned, 'rrule'),
        joinUrl: 'https://zoom.us/rec/share/secret',
      }),
    ),
  ]
  const findings = audit({sources, deadRooms: [{url: secret, reason: 'status 404'}]}, {now})
  expect(findings.map(({code}) => code)).toEqual(
    expect.arrayContaining(['dead-room', 'other-room', 'shared-room']),
  )
  expect(JSON.stringify(findings)).not.toMatch(/secret|81234567890/)
})

test('a private event that can be the meeting is not a missing one', () => {
  const [book, board] = [meeting('Book WG'), meeting('Board', {weekdays: ['TH']})]
  const hidden = eventsOf(board, 'rrule').replace('SUMMARY:Board', 'SUMMARY:Board\r\nCLASS:PRIVATE')
  const codes = (components: string[]) =>
    audit({sources: [feed(components), cadencesOf(book, board)]}, {now}).map(({code}) => code)
  expect(codes([eventsOf(book, 'rrule')])).toEqual(['never-listed'])
  expect(codes([eventsOf(book, 'rrule'), hidden])).toEqual([])
})
