import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import type {Calendar, Occurrence} from '../../calendar/types.ts'

const day = 86_400_000
const first = Date.UTC(2024, 0, 1)

/** The forms of a date property: UTC, an IANA zone, the calendar's own zone, floating, a date. */
const form = fc.constantFrom(
  {params: '', suffix: 'Z', allDay: false},
  {params: ';TZID=America/New_York', suffix: '', allDay: false},
  {params: ';TZID=Own', suffix: '', allDay: false},
  {params: '', suffix: '', allDay: false},
  {params: ';VALUE=DATE', suffix: '', allDay: true},
)

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')

const rule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({min: 1, max: 3}),
    byDay: fc.uniqueArray(weekday, {maxLength: 3}),
    end: fc.constantFrom('', ';COUNT=7', ';UNTIL=20240601T000000Z'),
  })
  .map(({freq, interval, byDay, end}) =>
    [
      `RRULE:FREQ=${freq};INTERVAL=${interval}${end}`,
      byDay.length > 0 ? `BYDAY=${byDay.join(',')}` : '',
    ]
      .filter(Boolean)
      .join(';'),
  )

const vevent = fc
  .record({
    form,
    hours: fc.integer({min: 0, max: 200 * 24}),
    length: fc.constantFrom(0, 1, 3, 24, 80),
    rule: fc.option(rule, {nil: undefined}),
    excluded: fc.boolean(),
    moved: fc.constantFrom(undefined, -30, 1, 400),
    ranged: fc.boolean(),
  })
  .map(
    ({form: {params, suffix, allDay}, hours, length, rule: rrule, excluded, moved, ranged}) =>
      (uid: string) => {
        const at = (offset: number): string => {
          const text = new Date(first + (hours + offset) * 3_600_000)
            .toISOString()
            .replaceAll(/[-:]|\.\d+Z/g, '')
          return allDay ? text.slice(0, 8) : `${text}${suffix}`
        }
        const lines = (extra: string[], offset: number): string[] => [
          'BEGIN:VEVENT',
          `UID:${uid}`,
          `SUMMARY:${uid}`,
          `DTSTART${params}:${at(offset)}`,
          `DTEND${params}:${at(offset + length)}`,
          ...extra,
          'END:VEVENT',
        ]
        const master = lines(
          [
            ...(rrule === undefined ? [] : [rrule]),
            ...(excluded ? [`EXDATE${params}:${at(24 * 7)}`] : []),
          ],
          0,
        )
        if (rrule === undefined || moved === undefined) return master
        const range = ranged ? ';RANGE=THISANDFUTURE' : ''
        return [
          ...master,
          ...lines([`RECURRENCE-ID${range}${params}:${at(24 * 14)}`], 24 * 14 + moved),
        ]
      },
  )

const calendarText = fc
  .array(vevent, {minLength: 1, maxLength: 6})
  .map((events) =>
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'TZID:Own',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0230',
      'TZOFFSETTO:+0130',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0130',
      'TZOFFSETTO:+0230',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      ...events.flatMap((event, index) => event(`event-${index}`)),
      'END:VCALENDAR',
    ].join('\r\n'),
  )

/** Three instants in order. Some are the start of an event. */
const threeInstants = fc
  .tuple(...Array.from({length: 3}, () => fc.integer({min: -40 * 24, max: 400 * 24})))
  .map((hours) => hours.toSorted((a, b) => a - b).map((hour) => new Date(first + hour * 3_600_000)))

function keysOf(calendar: Calendar, from: Date | undefined, to: Date | undefined): string[] {
  return calendar
    .between(from ?? new Date(0), to ?? new Date(0))
    .occurrences.map(keyOf)
    .toSorted()
}

function keyOf({uid, recurrenceId, start, end}: Occurrence): string {
  return `${uid} ${recurrenceId ?? ''} ${start} ${end}`
}

test('decoding only the events of the window does not change the result', () => {
  fc.assert(
    fc.property(calendarText, threeInstants, (text, [from, to]) => {
      const window = [from ?? new Date(0), to ?? new Date(0)] as const
      const eager = parseCalendar(text, {lazy: false}).between(...window)
      expect(parseCalendar(text).between(...window)).toEqual(eager)
    }),
    {numRuns: 150},
  )
})

test('two adjacent windows give the same occurrences as one window over both, without duplicates', () => {
  fc.assert(
    fc.property(calendarText, threeInstants, (text, [a, b, c]) => {
      const calendar = parseCalendar(text)
      const joined = new Set([...keysOf(calendar, a, b), ...keysOf(calendar, b, c)])
      expect(keysOf(calendar, a, c)).toEqual([...joined].toSorted())
    }),
    {numRuns: 200},
  )
})

test('a result does not depend on earlier calls', () => {
  fc.assert(
    fc.property(calendarText, threeInstants, (text, [a, b, c]) => {
      const calendar = parseCalendar(text)
      keysOf(calendar, b, c)
      keysOf(calendar, a, c)
      expect(keysOf(calendar, a, b)).toEqual(keysOf(parseCalendar(text), a, b))
    }),
    {numRuns: 100},
  )
})

test('a result has each occurrence once, and none after its window', () => {
  fc.assert(
    fc.property(calendarText, threeInstants, (text, [from, to]) => {
      const keys = keysOf(parseCalendar(text), from, to)
      expect(new Set(keys).size).toBe(keys.length)
      const late = parseCalendar(text)
        .between(from ?? new Date(0), to ?? new Date(0))
        .occurrences.filter(
          ({start}) => Date.parse(`${start.slice(0, 10)}T00:00Z`) > (to?.getTime() ?? 0) + day,
        )
      expect(late).toEqual([])
    }),
    {numRuns: 100},
  )
})

test('damaged text never makes the parser throw', () => {
  fc.assert(
    fc.property(
      calendarText,
      fc.nat(5000),
      fc.nat(60),
      fc.string({maxLength: 12}),
      (text, at, length, junk) => {
        const broken = text.slice(0, at) + junk + text.slice(at + length)
        const calendar = parseCalendar(broken)
        calendar.between(new Date(first), new Date(first + 90 * day))
        expect(calendar.eventCount).toBeGreaterThanOrEqual(0)
      },
    ),
    {numRuns: 300},
  )
})
