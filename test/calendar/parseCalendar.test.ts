import {describe, expect, test} from 'vitest'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import type {ParseOptions} from '../../calendar/parseCalendar.ts'
import type {Calendar} from '../../calendar/types.ts'

const march = ['2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z'] as const

function event(uid: string, ...lines: string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\n')
}

function calendar(parts: string[], options?: ParseOptions): Calendar {
  return parseCalendar(['BEGIN:VCALENDAR', ...parts, 'END:VCALENDAR'].join('\n'), options)
}

function codes({problems}: Pick<Calendar, 'problems'>): string[] {
  return problems.map(({code}) => code)
}

const daily = event('daily', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=DAILY')
const hourly = event('hourly', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=HOURLY')
const once = event('once', 'DTSTART:20240331T120000Z')

describe('parseCalendar', () => {
  test('returns the title and the number of events, including changed occurrences', () => {
    const read = calendar([
      String.raw`X-WR-CALNAME:Calls\, and more`,
      daily,
      event('daily', 'RECURRENCE-ID:20240302T100000Z', 'DTSTART:20240302T110000Z'),
      once,
    ])
    expect(read).toMatchObject({title: 'Calls, and more', eventCount: 3, problems: []})
  })

  test('uses the NAME of RFC 7986 when X-WR-CALNAME is missing', () => {
    expect(calendar(['NAME:Calls']).title).toBe('Calls')
    expect(calendar([once]).title).toBeUndefined()
  })

  test('reports the line and the UID of a problem', () => {
    const {problems} = calendar([once, event('bad', 'DTSTART:20240301T100000Z', 'DTEND:someday')])
    expect(problems).toEqual([
      expect.objectContaining({kind: 'calendar', code: 'bad-date', line: 9, uid: 'bad'}),
    ])
  })

  test('keeps the event and reports the rule when a rule is invalid', () => {
    const read = calendar([event('bad', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=WEEKLY;BYDAY=XX')])
    expect(codes(read)).toEqual(['bad-recurrence'])
    expect(read.between(...march).occurrences).toHaveLength(1)
  })

  test('reports EXRULE, which RFC 5545 removed', () => {
    const read = calendar([event('a', 'DTSTART:20240301T100000Z', 'EXRULE:FREQ=WEEKLY')])
    expect(codes(read)).toEqual(['bad-recurrence'])
  })

  test('converts RDATEs to the form of their series', () => {
    const added = (start: string, rdate: string): unknown[] =>
      calendar([event('a', start, 'DURATION:P1D', rdate)])
        .between(...march)
        .occurrences.map((one) => [one.start, one.allDay])
    expect(added('DTSTART:20240301T100000Z', 'RDATE;VALUE=DATE:20240305')[1]).toEqual([
      '2024-03-05T10:00:00Z',
      false,
    ])
    expect(added('DTSTART;VALUE=DATE:20240301', 'RDATE:20240305T100000Z')[1]).toEqual([
      '2024-03-05',
      true,
    ])
  })

  test('applies SKIP (RFC 7529) to days that a month does not have', () => {
    const read = calendar([
      event('a', 'DTSTART:20240131T100000Z', 'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD'),
    ])
    const {occurrences} = read.between('2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z')
    expect(occurrences.map(({start}) => start)).toEqual(['2024-02-29T10:00:00Z'])
  })

  test('reports two events with the same UID at different times, because only one is shown', () => {
    const read = calendar([
      event('same', 'DTSTART:20240301T100000Z'),
      event('same', 'DTSTART:20240302T100000Z'),
    ])
    expect(codes(read)).toEqual(['bad-component'])
  })

  test('derives a stable UID for an event without one, so that new timestamps do not change it', () => {
    const uidOf = (stamp: string): string | undefined =>
      parseCalendar(
        `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTAMP:${stamp}\nDTSTART:20240301T100000Z\nEND:VEVENT\nEND:VCALENDAR`,
      ).between(...march).occurrences[0]?.uid
    expect(uidOf('20240101T000000Z')).toMatch(/^content-[0-9a-f]{24}$/)
    expect(uidOf('20250101T000000Z')).toBe(uidOf('20240101T000000Z'))
  })

  test.each([
    ['', 'empty'],
    ['\uFEFF  \n', 'empty'],
    ['<html>', 'not-a-calendar'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTST', 'truncated'],
    ['BEGIN:VCALENDAR\n', 'truncated'],
  ])('reports "%s", so that it never looks like a calendar without events', (text, code) => {
    expect(codes(parseCalendar(text))).toContain(code)
  })

  test('accepts single carriage returns as line breaks, and skips a byte order mark', () => {
    const text = `\uFEFF${['BEGIN:VCALENDAR', once.replaceAll('\n', '\r'), 'END:VCALENDAR'].join('\r')}`
    expect(parseCalendar(text)).toMatchObject({eventCount: 1, problems: []})
  })
})

describe('between', () => {
  test('sorts by start, then by uid', () => {
    const read = calendar([
      event('b', 'DTSTART:20240301T100000Z'),
      event('a', 'DTSTART:20240301T100000Z'),
      event('c', 'DTSTART;VALUE=DATE:20240301'),
    ])
    expect(read.between(...march).occurrences.map(({uid}) => uid)).toEqual(['c', 'a', 'b'])
  })

  test('identifies the occurrences of a series by their original start, even if they were moved', () => {
    const changed = event('daily', 'RECURRENCE-ID:20240302T100000Z', 'DTSTART:20240302T150000Z')
    const {occurrences} = calendar([daily, changed]).between(
      '2024-03-01T00:00:00Z',
      '2024-03-03T00:00:00Z',
    )
    expect(occurrences.map(({recurrenceId, start}) => [recurrenceId, start])).toEqual([
      ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00Z'],
      ['2024-03-02T10:00:00Z', '2024-03-02T15:00:00Z'],
    ])
    expect(calendar([once]).between(...march).occurrences[0]).not.toHaveProperty('recurrenceId')
  })

  test('accepts Dates, and offsets other than Z', () => {
    const read = calendar([once])
    expect(
      read.between(new Date('2024-03-31T12:00:00Z'), '2024-03-31T14:00:01+02:00').occurrences,
    ).toHaveLength(1)
    expect(read.between('2024-03-31T12:00:01Z', '2024-03-31T13:00:00Z').occurrences).toHaveLength(0)
  })

  test('compares dates and floating times in the requested zone', () => {
    const read = calendar([
      event('d', 'DTSTART;VALUE=DATE:20240310'),
      event('f', 'DTSTART:20240310T230000'),
    ])
    const uidsIn = (timeZone?: string): string[] =>
      read
        .between(
          '2024-03-10T15:00:00Z',
          '2024-03-11T00:00:00Z',
          timeZone === undefined ? {} : {timeZone},
        )
        .occurrences.map(({uid}) => uid)
    expect(uidsIn()).toEqual(['d', 'f'])
    expect(uidsIn('Asia/Tokyo')).toEqual([])
    expect(uidsIn('America/New_York')).toEqual(['d'])
  })

  test('accepts a window of all time, and an empty window', () => {
    const zoned = event(
      'z',
      'DTSTART;TZID=Europe/Berlin:20240301T100000',
      'RRULE:FREQ=YEARLY;COUNT=3',
    )
    const read = calendar([zoned, once])
    expect(read.between(new Date(-8.64e15), new Date(8.64e15)).occurrences).toHaveLength(4)
    expect(read.between('2024-03-31T12:00:00Z', '2024-03-31T12:00:00Z').occurrences).toEqual([])
  })

  test.each([
    ['yesterday', '2024-04-01T00:00:00Z'],
    // Without a zone it would be read as the host's local time.
    ['2024-03-01T00:00:00', '2024-04-01T00:00:00Z'],
    ['2024-04-01T00:00:00Z', '2024-03-01T00:00:00Z'],
    [new Date(Number.NaN), '2024-03-01T00:00:00Z'],
  ])('rejects the window from %s to %s, which is a mistake of the caller', (from, to) => {
    expect(() => calendar([once]).between(from, to)).toThrow(RangeError)
  })

  test('rejects an invalid zone or limit', () => {
    expect(() => calendar([once]).between(...march, {timeZone: 'Mars'})).toThrow('Mars')
    expect(() => calendar([once]).between(...march, {limit: -1})).toThrow('-1')
  })

  test('returns the earliest occurrences within the limit, and reports that there are more', () => {
    const result = calendar([daily, once]).between(...march, {limit: 3})
    expect(result.occurrences.map(({start}) => start.slice(8, 10))).toEqual(['01', '02', '03'])
    expect(codes(result)).toEqual(['limit'])
    expect(calendar([once]).between(...march, {limit: 1}).problems).toEqual([])
  })

  test('returns copies, so that a caller may change a result', () => {
    const read = calendar([
      event(
        'a',
        'DTSTART:20240301T100000Z',
        'CATEGORIES:one',
        'ORGANIZER;CN=Jo:mailto:jo@example.org',
      ),
    ])
    const [first] = read.between(...march).occurrences
    first?.categories.push('two')
    if (first?.organizer) first.organizer.name = 'changed'
    expect(read.between(...march).occurrences[0]).toMatchObject({
      categories: ['one'],
      organizer: {name: 'Jo'},
    })
  })
})

describe('limits', () => {
  test('characters: the rest of the text is not read, and this is reported', () => {
    const read = calendar([once, daily], {limits: {characters: 90}})
    expect(codes(read)).toContain('limit')
    expect(read.eventCount).toBe(1)
  })

  test('components: the first are kept and the rest are counted', () => {
    const read = calendar([once, daily, hourly], {limits: {components: 1}})
    expect(read).toMatchObject({
      eventCount: 1,
      problems: [{code: 'limit', message: expect.stringContaining('the other 2 are left out')}],
    })
  })

  test('occurrencesPerEvent: one event is cut off, the others are complete', () => {
    const result = calendar([hourly, once], {limits: {occurrencesPerEvent: 50}}).between(...march)
    expect(result.occurrences).toHaveLength(51)
    expect(result.problems).toEqual([expect.objectContaining({code: 'limit', uid: 'hourly'})])
  })

  test('occurrences: the event that recurs most is cut first, so that a single event stays', () => {
    const result = calendar([hourly, daily, once], {limits: {occurrences: 30}}).between(...march)
    expect(result.occurrences).toHaveLength(30)
    expect(result.occurrences.at(-1)?.uid).toBe('once')
    expect(codes(result)).toEqual(['limit'])
  })

  test('steps: an event that was not fully expanded is reported', () => {
    const result = calendar([hourly], {limits: {steps: 20}}).between(...march)
    expect(result.problems).toEqual([expect.objectContaining({code: 'limit', uid: 'hourly'})])
  })
})
