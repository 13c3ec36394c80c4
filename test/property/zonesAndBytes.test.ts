import {parseCalendar} from '@touchpoints/calendar'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {decodeText} from '../../calendar/fetch/decodeText.ts'

const options = {numRuns: 300}

/** Names that ICU knows as zones and IANA does not (CLDR, `icuTimeZoneAliases`), and others that look like zones. */
const oddNames = (
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST ' +
  'AEST CEST EDT WIB MSK UCT GMT EST MST HST CET EET WET GMT0 GMT+0 GMT-0 GMT+1 UTC+1 Z +02:00 -0500 ' +
  'SystemV/PST8PDT SystemV/AST4 Etc/Unknown Factory localtime posix/Europe/Paris right/UTC America ' +
  'constructor __proto__ toString'
).split(' ')

function calendarOf(tzid: string): string {
  return [
    'BEGIN:VCALENDAR',
    `X-WR-TIMEZONE:${tzid}`,
    'BEGIN:VEVENT',
    'UID:zoned@example.org',
    `DTSTART;TZID="${tzid}":20240610T100000`,
    `RRULE:FREQ=WEEKLY;COUNT=3`,
    `EXDATE;TZID="${tzid}":20240617T100000`,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:good@example.org',
    'DTSTART:20240610T100000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
}

function uidsOf(text: string): string[] {
  const {occurrences} = parseCalendar(text).between('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z')
  return occurrences.map(({uid}) => uid).toSorted()
}

const everyEvent = ['good@example.org', 'zoned@example.org', 'zoned@example.org']

test.each(oddNames)('a TZID of %s costs no event, and EXDATE means the same local time', (tzid) => {
  expect(uidsOf(calendarOf(tzid))).toEqual(everyEvent)
})

test('an arbitrary TZID costs no event', () => {
  const part = fc.stringMatching(/^[\w +\-/().,:&']{1,40}$/)
  fc.assert(
    fc.property(fc.oneof(part, fc.constantFrom(...oddNames)), (tzid) => {
      expect(uidsOf(calendarOf(tzid))).toEqual(everyEvent)
    }),
    options,
  )
})

test('arbitrary bytes never throw, and neither does a calendar made of them', () => {
  const start = new TextEncoder().encode('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n')
  const charsets = ['text/calendar', 'text/calendar; charset=utf-16', 'text/calendar; charset="x"']
  fc.assert(
    fc.property(
      fc.uint8Array({maxLength: 400}),
      fc.constantFrom(...charsets),
      fc.boolean(),
      (noise, contentType, asCalendar) => {
        const bytes = asCalendar ? Uint8Array.of(...start, ...noise) : noise
        const read = () => uidsOf(decodeText(bytes, contentType))
        expect(read).not.toThrow()
      },
    ),
    options,
  )
})

test('text survives a fold at any byte, because RFC 5545 folds octets', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', minLength: 5, maxLength: 60}), fc.nat(), (raw, at) => {
      const title = raw.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\s\uFEFF]/gu, 'x')
      const escaped = title.replaceAll(/[\\;,]/g, (char) => `\\${char}`)
      const bytes = new TextEncoder().encode(`SUMMARY:${escaped}`)
      const fold = 8 + (at % (bytes.length - 8))
      const line = Uint8Array.of(...bytes.subarray(0, fold), 13, 10, 32, ...bytes.subarray(fold))
      const before = new TextEncoder().encode(
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20240610T100000Z\r\n',
      )
      const after = new TextEncoder().encode('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')
      const text = decodeText(Uint8Array.of(...before, ...line, ...after), undefined)
      const {occurrences} = parseCalendar(text).between(
        '2024-06-01T00:00:00Z',
        '2024-07-01T00:00:00Z',
      )
      expect(occurrences[0]?.title).toBe(title)
    }),
    options,
  )
})
